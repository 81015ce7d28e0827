import { disclosing } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { CaseId } from '../../core/ids.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { seenOf } from '../../notices/topic-of.js';
import type { NoticeKind } from '../../notices/topic-of.js';
import { INBOX, INBOX_AMONG } from './notification.repository.js';
import type { NotificationConnectionType, NotificationType } from './notification.type.js';

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
export async function inbox(scope: ReadScope, codec: CursorCodec, args: PageArgs): Promise<NotificationConnectionType> {
  const shown = await newest(scope);
  const order = { key: ({ at, id }: NotificationType) => `${String(at).padStart(15, '0')} ${id}`, descending: true };
  const connection = page(shown, args, order, { codec, context: `${scope.viewer.id} notifications` });
  return Object.assign(connection, { unreadCount: shown.filter(({ readAt }) => readAt === null).length });
}

/** The newest that are shown: what is closed by now takes no place, or its number could be told from what is missing. */
async function newest(scope: ReadScope): Promise<NotificationType[]> {
  const shown: NotificationType[] = [];
  for (let read = 0, more = true; more && shown.length < MOST; read += MOST) {
    const rows = await scope.query<NoticeRow>(INBOX, [read, MOST]);
    shown.push(...(await judged(scope, rows, MOST - shown.length)));
    more = rows.length === MOST;
  }
  return shown;
}

/** Those among the notices with these ids that the viewer may see now, newest first. */
export async function inboxAmong(scope: ReadScope, ids: readonly string[]): Promise<NotificationType[]> {
  return judged(scope, await scope.query<NoticeRow>(INBOX_AMONG, [ids]), ids.length);
}

/** What is shown is recorded here, since counting it discloses it too. */
async function judged(scope: ReadScope, rows: readonly NoticeRow[], most: number): Promise<NotificationType[]> {
  const notices = await Promise.all(
    rows.map(async ({ ids, ...notice }) => {
      const seen = await seenOf(scope, notice.kind, notice.caseId, ids);
      return seen === null ? null : { ...notice, seen };
    }),
  );
  const open = notices.filter((notice) => notice !== null).slice(0, most);
  return open.map(({ seen, ...told }): NotificationType => {
    if (told.kind === 'ASSIGNMENT') return { ...told, caseId: null };
    scope.recorder.touch(told.caseId);
    for (const disclosure of seen) scope.recorder.add(disclosure);
    return disclosing(told, seen);
  });
}
