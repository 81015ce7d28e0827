import type { ReadScope } from '../../access/read-scope.js';
import { DomainError } from '../../core/errors.js';
import { page } from '../../graphql/connection.js';
import type { CursorCodec } from '../../graphql/cursor.js';
import { ownCases } from '../case/case-list.view.js';
import type { CaseView } from '../case/case.view.js';
import type { MeetingConnectionType, MeetingsArgs } from './meeting.type.js';
import { meetings, TIME_ORDER } from './meeting.view.js';

/**
 * The meetings that start within a period, over all cases of the viewer, and these cases.
 *
 * @throws DomainError BAD_USER_INPUT when the period ends before it starts.
 */
export async function listMeetings(
  scope: ReadScope,
  codec: CursorCodec,
  args: MeetingsArgs,
): Promise<{ connection: MeetingConnectionType; views: CaseView[] }> {
  const from = args.from ?? -Infinity;
  const until = args.to ?? Infinity;
  if (from > until) throw new DomainError('BAD_USER_INPUT', 'periodReversed');
  const views = await ownCases(scope);
  const all = (await Promise.all(views.map(({ id }) => meetings(scope, id)))).flat();
  const within = all.filter(({ startsAt }) => from <= startsAt && startsAt < until);
  const context = `${scope.viewer.id} meetings ${JSON.stringify([args.from ?? null, args.to ?? null])}`;
  return { connection: page(within, args, TIME_ORDER, { codec, context }), views };
}
