import type { GraphQLResolveInfo } from 'graphql';
import type { RunCommand } from '../../access/case-target.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { RegisteredAgency } from '../../access/registers.js';
import { presenceOf } from '../../access/shown.js';
import type { Shown } from '../../access/shown.js';
import { change, changeOrCurrent, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { getCase } from '../case/case.view.js';
import { agendaOf } from './meeting-content.view.js';
import type { MeetingResult } from './meeting.commands.js';
import { AGENDA_ITEM, MEETING, MEETING_PLACE } from './meeting.piece.js';
import { meeting, meetingById } from './meeting.view.js';

/** What must be loaded, whatever the client selects, for whoever loses a race to be told how the meeting stands. */
export const TOLD_TO_LOSER = [MEETING_PLACE, AGENDA_ITEM] as const;

/**
 * One mutation field about a meeting: the command, then the meeting read afresh.
 *
 * @param racing the id of the meeting, where a change that lost a race is told how it stands now.
 */
export async function changedMeeting(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<MeetingResult>,
  racing: string | null = null,
): Promise<Shown | null> {
  const { result, scope } =
    racing === null
      ? await change(context, command)
      : await changeOrCurrent(context, command, racing, asItStands, TOLD);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'Meeting', [loaded]);
  return meetingById(loaded, result.meetingId);
}

/** Times as the schema tells them: what is carried by an error passes no scalar. */
function asItStands(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(MEETING).find((each) => each.id === id);
  if (piece === undefined) return null;
  const shown = meeting(loaded, piece);
  const items = agendaOf(shown);
  const values = {
    kind: piece.meetingKind,
    startsAt: DateTimeScalar.serialize(piece.startsAt),
    endsAt: DateTimeScalar.serialize(piece.endsAt),
    place: shown.value('place'),
    agenda: items.map(toldOf),
  };
  return loaded.show('Meeting', { piece, values, discloses: [...presenceOf(items), ...shown.entriesOf('place')] });
}

function toldOf(item: Shown): object {
  const source = item.value('source') as RegisteredAgency | null;
  return { title: item.value('title'), category: item.value('category'), source: { id: source?.id ?? null } };
}

/** All that a change may be about. */
const TOLD = ['id', 'version', 'status', 'startsAt', 'endsAt', 'place', 'agenda'] as const;
