import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase } from '../case/case.view.js';
import { meetingDue } from './cadence.view.js';
import { MeetingDueType } from './meeting-due.type.js';
import { ScheduleMeetingSeriesInput } from './meeting-series-input.type.js';
import { scheduleMeetingSeries } from './meeting.commands.js';
import { MEETING } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meeting } from './meeting.view.js';

@Resolver(() => CaseType)
export class CadenceResolver {
  @Open()
  @Loads(MEETING)
  @FieldResolver(() => MeetingDueType, {
    nullable: true,
    description: 'When the group is to meet next; none before a first meeting that the viewer may see was held.',
  })
  nextMeetingDue(@Root() shown: Shown): Shown | null {
    return meetingDue(caseOf(shown));
  }

  @Mutation(() => [MeetingType], {
    nullable: true,
    description: 'Schedules a series of follow-up meetings by the cadence of the local rules; for the coordinator.',
  })
  async scheduleMeetingSeries(
    @Arg('input', () => ScheduleMeetingSeriesInput) input: ScheduleMeetingSeriesInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown[]> {
    const { result, scope } = await change(context, (run) => scheduleMeetingSeries(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Meeting', [loaded]);
    return loaded
      .open(MEETING)
      .filter(({ id }) => result.meetingIds.includes(id))
      .toSorted((one, other) => one.startsAt - other.startsAt)
      .map((piece) => meeting(loaded, piece));
  }
}
