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
  const rows = await scope.query<NoticeRow>(INBOX, []);
  const judged = await Promise.all(
    rows.map(async ({ ids, ...notice }) => {
      const seen = await seenOf(scope, notice.kind, notice.caseId, ids);
      return seen === null ? null : { ...notice, seen };
    }),
  );
  const shown = judged.flatMap((notice): NotificationType[] => {
    if (notice === null) return [];
    const { seen, ...told } = notice;
    scope.recorder.touch(told.caseId);
    for (const disclosure of seen) scope.recorder.add(disclosure);
    return [disclosing(told, seen)];
  });
  const order = { key: ({ at, id }: NotificationType) => `${String(at).padStart(15, '0')} ${id}`, descending: true };
  const connection = page(shown, args, order, { codec, context: `${scope.viewer.id} notifications` });
  return Object.assign(connection, { unreadCount: shown.filter(({ readAt }) => readAt === null).length });
}
