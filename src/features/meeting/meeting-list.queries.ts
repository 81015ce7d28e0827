import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { DomainError } from '../../core/errors.js';
import { page } from '../../graphql/connection.js';
import type { CursorCodec } from '../../crypto/cursor.js';
import { ownCases } from '../case/case-list.queries.js';
import { MEETING } from './meeting.piece.js';
import type { MeetingsArgs } from './meeting.type.js';
import { meeting, timeKey } from './meeting.queries.js';

/**
 * The meetings that start within a period, over all cases of the viewer, and these cases.
 *
 * @throws DomainError BAD_USER_INPUT when the period ends before it starts.
 */
export async function listMeetings(
  scope: ReadScope,
  codec: CursorCodec,
  args: MeetingsArgs,
  needs: Needs,
): Promise<{ readonly connection: Shown; readonly cases: readonly LoadedCase[] }> {
  const from = args.from ?? -Infinity;
  const until = args.to ?? Infinity;
  if (from > until) throw new DomainError('BAD_USER_INPUT', 'periodReversed');
  const cases = await ownCases(scope, needs);
  const within = cases.flatMap((loaded) =>
    loaded
      .open(MEETING)
      .filter(({ startsAt }) => from <= startsAt && startsAt < until)
      .map((piece) => ({ loaded, piece, entry: piece.entry })),
  );
  const { connection } = page(
    {
      typename: 'MeetingConnection',
      items: within,
      key: ({ piece }) => timeKey(piece),
      show: ({ loaded, piece }) => meeting(loaded, piece),
    },
    args,
    { codec, context: `${scope.viewer.id} meetings ${JSON.stringify([args.from ?? null, args.to ?? null])}` },
  );
  return { connection, cases };
}
