import type { GraphQLResolveInfo } from 'graphql';
import type { RunCommand } from '../../access/command-runner.js';
import { disclosing, disclosuresOf, presenceOf } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { change, changeOrCurrent } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { findCase } from '../case/case.view.js';
import { agendaOf } from './meeting-content.view.js';
import type { MeetingResult } from './meeting.commands.js';
import type { MeetingType } from './meeting.type.js';
import { meetingById, meetings } from './meeting.view.js';

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
): Promise<MeetingType | null> {
  const { result, scope } =
    racing === null
      ? await change(context, command)
      : await changeOrCurrent(context, command, (reading) => asItStands(reading, racing), TOLD);
  context.answered.add(info, 'Meeting', [await findCase(scope, result.caseId)]);
  return (await meetings(scope, result.caseId)).find(({ id }) => id === result.meetingId) ?? null;
}

/** Times as the schema tells them: what is carried by an error passes no scalar. */
async function asItStands(scope: ReadScope, id: string): Promise<Record<(typeof TOLD)[number], unknown> | null> {
  const meeting = await meetingById(scope, id);
  if (meeting === null) return null;
  const startsAt = DateTimeScalar.serialize(meeting.startsAt);
  const endsAt = DateTimeScalar.serialize(meeting.endsAt);
  const items = await agendaOf(scope, meeting);
  const agenda = items.map(({ title, category, source }) => ({ title, category, source: { id: source?.id ?? null } }));
  const shown = [...presenceOf([meeting, ...items]), ...disclosuresOf(meeting, 'place')];
  return disclosing({ ...meeting, startsAt, endsAt, agenda }, shown);
}

/** All that a change may be about. */
const TOLD = ['id', 'version', 'status', 'startsAt', 'endsAt', 'place', 'agenda'] as const;
