import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import type { CaseId } from '../../core/ids.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import { loadFor, visibleChange } from './visible-change.js';
import type { NoticeKind } from '../../notification/notice.js';
import { INBOX, INBOX_AMONG } from './notification.repository.js';

interface NoticeRow {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: NoticeKind;
  readonly ids: readonly string[];
  readonly at: number;
  readonly readAt: number | null;
}

/** As many as an inbox holds. */
const MOST = 200;

/** The inbox, judged anew each time: a notice of what is closed by now is not there, and none tells that it was. */
export async function inbox(scope: ReadScope, codec: CursorCodec, args: PageArgs): Promise<Shown> {
  const shown = await newest(scope);
  const { connection } = page(
    {
      typename: 'NotificationConnection',
      items: shown,
      key: (notice) => `${String(notice.value('at')).padStart(15, '0')} ${String(notice.value('id'))}`,
      descending: true,
      show: (notice) => notice,
    },
    args,
    { codec, context: `${scope.viewer.id} notifications` },
  );
  const [edges, pageInfo, totalCount] = ['edges', 'pageInfo', 'totalCount'].map((field) => connection.value(field));
  const unreadCount = shown.filter((notice) => notice.value('readAt') === null).length;
  return scope.show('NotificationConnection', { values: { edges, pageInfo, totalCount, unreadCount } });
}

/**
 * The newest that are shown: what is closed by now takes no place, or its number could be told from what is missing.
 */
async function newest(scope: ReadScope): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (let read = 0, more = true; more && shown.length < MOST; read += MOST) {
    const rows = await scope.query<NoticeRow>(INBOX, [read, MOST]);
    shown.push(...(await judged(scope, rows, MOST - shown.length)));
    more = rows.length === MOST;
  }
  return shown;
}

/** Those among the notices with these ids that the viewer may see now, newest first. */
export async function inboxAmong(scope: ReadScope, ids: readonly string[]): Promise<readonly Shown[]> {
  return judged(scope, await scope.query<NoticeRow>(INBOX_AMONG, [ids]), ids.length);
}

/** What is shown is recorded here, since counting it discloses it too. */
async function judged(scope: ReadScope, rows: readonly NoticeRow[], most: number): Promise<readonly Shown[]> {
  await loadFor(scope, rows);
  const notices = await Promise.all(
    rows.map(async ({ ids, ...notice }) => {
      const seen = await visibleChange(scope, notice.kind, notice.caseId, ids);
      return seen === null ? null : { notice, seen };
    }),
  );
  const open = notices.filter((notice) => notice !== null).slice(0, most);
  return open.map(({ notice, seen }) => {
    if (notice.kind === 'ASSIGNMENT') return scope.show('Notification', { values: { ...notice, caseId: null } });
    scope.log.recordCase(notice.caseId);
    scope.log.addAll(seen);
    return scope.show('Notification', { values: { ...notice }, discloses: seen });
  });
}
