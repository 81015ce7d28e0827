import { disclosing } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { CaseId } from '../../core/ids.js';
import { page } from '../../graphql/connection.js';
import type { PageArgs } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { seenOf } from '../../notices/topic-of.js';
import type { NoticeKind } from '../../notices/topic-of.js';
import { INBOX } from './notification.repository.js';
import type { NotificationConnectionType, NotificationType } from './notification.type.js';

interface NoticeRow {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: NoticeKind;
  readonly ids: readonly string[];
  readonly at: number;
  readonly readAt: number | null;
}

/** The inbox, judged anew each time: a notice of what is closed by now is not there, and none tells that it was. */
export async function inbox(scope: ReadScope, codec: CursorCodec, args: PageArgs): Promise<NotificationConnectionType> {
  const shown = await judged(scope, await scope.query<NoticeRow>(INBOX, []));
  const order = { key: ({ at, id }: NotificationType) => `${String(at).padStart(15, '0')} ${id}`, descending: true };
  const connection = page(shown, args, order, { codec, context: `${scope.viewer.id} notifications` });
  return Object.assign(connection, { unreadCount: shown.filter(({ readAt }) => readAt === null).length });
}

/** Those among the notices with these ids that are in the viewer's inbox now, newest first. */
export async function inboxAmong(scope: ReadScope, ids: readonly string[]): Promise<NotificationType[]> {
  const rows = await scope.query<NoticeRow>(INBOX, []);
  return judged(
    scope,
    rows.filter(({ id }) => ids.includes(id)),
  );
}

/** What is shown is recorded here, since counting it discloses it too. */
async function judged(scope: ReadScope, rows: readonly NoticeRow[]): Promise<NotificationType[]> {
  const notices = await Promise.all(
    rows.map(async ({ ids, ...notice }) => {
      const seen = await seenOf(scope, notice.kind, notice.caseId, ids);
      return seen === null ? null : { ...notice, seen };
    }),
  );
  return notices.flatMap((notice): NotificationType[] => {
    if (notice === null) return [];
    const { seen, ...told } = notice;
    if (told.kind === 'ASSIGNMENT') return [{ ...told, caseId: null }];
    scope.recorder.touch(told.caseId);
    for (const disclosure of seen) scope.recorder.add(disclosure);
    return [disclosing(told, seen)];
  });
}
