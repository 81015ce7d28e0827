import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { page, PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { changedMeeting } from './changed-meeting.js';
import { CancelMeetingInput, RescheduleMeetingInput, ScheduleMeetingInput } from './meeting-input.type.js';
import { listMeetings } from './meeting-list.view.js';
import { cancelMeeting, rescheduleMeeting, scheduleMeeting } from './meeting.commands.js';
import { MeetingConnectionType, MeetingsArgs, MeetingType } from './meeting.type.js';
import { meetings, TIME_ORDER } from './meeting.view.js';

@Resolver(() => CaseType)
export class MeetingResolver {
  @Query(() => MeetingConnectionType, {
    description: "The meetings of all the viewer's cases that the viewer may see, in time order.",
  })
  async meetings(
    @Args() args: MeetingsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MeetingConnectionType> {
    const { connection, views } = await listMeetings(scopeOf(context), context.cursors, args);
    context.answered.add(info, 'MeetingConnection', views);
    return connection;
  }

  @Open()
  @FieldResolver(() => MeetingConnectionType, {
    name: 'meetings',
    description: 'Meetings that the viewer may see, in time order.',
  })
  async ofCase(
    @Root() { id }: CaseType,
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MeetingConnectionType> {
    const scope = scopeOf(context);
    const all = await meetings(scope, id);
    const cursors = { codec: context.cursors, context: `${scope.viewer.id} meetings ${id}` };
    return page(all, args, TIME_ORDER, cursors);
  }

  @Mutation(() => MeetingType, { nullable: true, description: 'Schedules a meeting; for the coordinator.' })
  scheduleMeeting(
    @Arg('input', () => ScheduleMeetingInput) input: ScheduleMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MeetingType | null> {
    return changedMeeting(context, info, (run) => scheduleMeeting(run, input));
  }

  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Moves a planned meeting to another time; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  rescheduleMeeting(
    @Arg('input', () => RescheduleMeetingInput) input: RescheduleMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MeetingType | null> {
    return changedMeeting(context, info, (run) => rescheduleMeeting(run, input), input.meetingId);
  }

  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Cancels a planned meeting; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  cancelMeeting(
    @Arg('input', () => CancelMeetingInput) input: CancelMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MeetingType | null> {
    return changedMeeting(context, info, (run) => cancelMeeting(run, input), input.meetingId);
  }
}
