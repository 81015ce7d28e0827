import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { page, PageArgs } from '../../graphql/connection.js';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { changedMeeting, TOLD_TO_LOSER } from './changed-meeting.js';
import { CancelMeetingInput, RescheduleMeetingInput, ScheduleMeetingInput } from './meeting-input.type.js';
import { listMeetings } from './meeting-list.view.js';
import { cancelMeeting, rescheduleMeeting, scheduleMeeting } from './meeting.commands.js';
import { MEETING } from './meeting.piece.js';
import { MeetingConnectionType, MeetingsArgs, MeetingType } from './meeting.type.js';
import { meeting, timeKey } from './meeting.view.js';

@Resolver(() => CaseType)
export class MeetingResolver {
  @Query(() => MeetingConnectionType, {
    description: "The meetings of all the viewer's cases that the viewer may see, in time order.",
  })
  async meetings(
    @Args() args: MeetingsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { connection, cases } = await listMeetings(scopeOf(context), context.cursors, args, needsOf(context));
    context.answered.add(info, 'MeetingConnection', cases);
    return connection;
  }

  @Open()
  @FieldResolver(() => MeetingConnectionType, {
    name: 'meetings',
    description: 'Meetings that the viewer may see, in time order.',
  })
  ofCase(@Root() shown: Shown, @Args() args: PageArgs, @Ctx() context: RequestContext): Shown {
    const loaded = caseOf(shown);
    const { connection } = page(
      {
        typename: 'MeetingConnection',
        items: loaded.open(MEETING),
        key: timeKey,
        show: (piece) => meeting(loaded, piece),
      },
      args,
      { codec: context.cursors, context: `${loaded.viewer.id} meetings ${loaded.id}` },
    );
    return connection;
  }

  @Mutation(() => MeetingType, { nullable: true, description: 'Schedules a meeting; for the coordinator.' })
  scheduleMeeting(
    @Arg('input', () => ScheduleMeetingInput) input: ScheduleMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => scheduleMeeting(run, input));
  }

  @Loads(...TOLD_TO_LOSER)
  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Moves a planned meeting to another time; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  rescheduleMeeting(
    @Arg('input', () => RescheduleMeetingInput) input: RescheduleMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => rescheduleMeeting(run, input), input.meetingId);
  }

  @Loads(...TOLD_TO_LOSER)
  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Cancels a planned meeting; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  cancelMeeting(
    @Arg('input', () => CancelMeetingInput) input: CancelMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => cancelMeeting(run, input), input.meetingId);
  }
}
