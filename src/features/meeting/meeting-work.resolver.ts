import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { SetAgendaInput } from './agenda-input.type.js';
import { setAgenda } from './agenda.commands.js';
import { changedMeeting, TOLD_TO_LOSER } from './changed-meeting.js';
import { AnswerInvitationInput, InviteInput, WithdrawInvitationInput } from './invitation-input.type.js';
import { answerInvitation, withdrawInvitation } from './invitation-standing.commands.js';
import { invite } from './invitation.commands.js';
import { MeetingType } from './meeting.type.js';
import { RecordMeetingInput } from './record-meeting-input.type.js';
import { recordMeeting } from './record-meeting.commands.js';

@Resolver()
export class MeetingWorkResolver {
  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Calls people to a planned meeting; for the coordinator. CONSENT_REQUIRED for anyone whom consent does not cover, and then nobody is called.',
  })
  invite(
    @Arg('input', () => InviteInput) input: InviteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => invite(run, input));
  }

  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Takes back a call to a planned meeting; for the coordinator. Consent that ends takes back calls by itself.',
  })
  withdrawInvitation(
    @Arg('input', () => WithdrawInvitationInput) input: WithdrawInvitationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => withdrawInvitation(run, input));
  }

  @Mutation(() => MeetingType, { nullable: true, description: 'Answers an invitation; for whoever is called.' })
  answerInvitation(
    @Arg('input', () => AnswerInvitationInput) input: AnswerInvitationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => answerInvitation(run, input));
  }

  @Loads(...TOLD_TO_LOSER)
  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Sets the whole agenda of a planned meeting; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  setAgenda(
    @Arg('input', () => SetAgendaInput) input: SetAgendaInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => setAgenda(run, input), input.meetingId);
  }

  @Loads(...TOLD_TO_LOSER)
  @Mutation(() => MeetingType, {
    nullable: true,
    description:
      'Records a meeting that was held: who came, the minutes, the decisions and the actions they become, in one step; for the coordinator.',
  })
  recordMeeting(
    @Arg('input', () => RecordMeetingInput) input: RecordMeetingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return changedMeeting(context, info, (run) => recordMeeting(run, input), input.meetingId);
  }
}
