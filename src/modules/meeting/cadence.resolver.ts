import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase } from '../case/case.view.js';
import { meetingDue } from './cadence.view.js';
import { MeetingDueType } from './meeting-due.type.js';
import { ScheduleMeetingSeriesInput } from './meeting-series-input.type.js';
import { scheduleMeetingSeries } from './meeting.commands.js';
import { MeetingType } from './meeting.type.js';
import { meetings } from './meeting.view.js';

@Resolver(() => CaseType)
export class CadenceResolver {
  @Open()
  @FieldResolver(() => MeetingDueType, {
    nullable: true,
    description: 'When the group is to meet next; none before a first meeting that the viewer may see was held.',
  })
  nextMeetingDue(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<MeetingDueType | null> {
    return meetingDue(scopeOf(context), id);
  }

  @Mutation(() => [MeetingType], {
    nullable: true,
    description: 'Schedules a series of follow-up meetings by the cadence of the local rules; for the coordinator.',
  })
  async scheduleMeetingSeries(
    @Arg('input', () => ScheduleMeetingSeriesInput) input: ScheduleMeetingSeriesInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MeetingType[]> {
    const { result, scope } = await change(context, (run) => scheduleMeetingSeries(run, input));
    context.answered.add(info, 'Meeting', [await findCase(scope, result.caseId)]);
    return (await meetings(scope, result.caseId))
      .filter(({ id }) => result.meetingIds.includes(id))
      .toSorted((one, other) => one.startsAt - other.startsAt);
  }
}
