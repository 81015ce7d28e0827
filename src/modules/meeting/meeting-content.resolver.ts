import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { AgendaItemType, InvitationType, MeetingDecisionType, MeetingMinutesType } from './meeting-content.type.js';
import { MeetingPartyEnum } from '../../graphql/enums.js';
import { invitationsTo, partiesMissing } from './invitation.view.js';
import { agendaOf, decisionsOf, minutesOf } from './meeting-content.view.js';
import { MeetingType } from './meeting.type.js';

@Resolver(() => MeetingType)
export class MeetingContentResolver {
  @Open()
  @FieldResolver(() => [InvitationType], { description: 'Who is called, and who came.' })
  invitations(@Root() meeting: MeetingType, @Ctx() context: RequestContext): Promise<InvitationType[]> {
    return invitationsTo(scopeOf(context), meeting);
  }

  @Open()
  @FieldResolver(() => [AgendaItemType], { description: 'The agenda, in its order.' })
  agenda(@Root() meeting: MeetingType, @Ctx() context: RequestContext): Promise<AgendaItemType[]> {
    return agendaOf(scopeOf(context), meeting);
  }

  @Open()
  @FieldResolver(() => [MeetingDecisionType], { description: 'What was decided, in its order.' })
  decisions(@Root() meeting: MeetingType, @Ctx() context: RequestContext): Promise<MeetingDecisionType[]> {
    return decisionsOf(scopeOf(context), meeting);
  }

  @Open()
  @FieldResolver(() => MeetingMinutesType, { nullable: true, description: 'What the coordinator wrote down.' })
  minutes(@Root() meeting: MeetingType, @Ctx() context: RequestContext): Promise<MeetingMinutesType | null> {
    return minutesOf(scopeOf(context), meeting);
  }

  @Open()
  @FieldResolver(() => [MeetingPartyEnum], {
    description:
      'Parties that the local rules need at such a meeting and that nobody stands for among those whom the viewer sees called.',
  })
  missingParties(@Root() meeting: MeetingType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return partiesMissing(scopeOf(context), meeting);
  }
}
