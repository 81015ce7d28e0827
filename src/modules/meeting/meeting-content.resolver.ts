import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { AgendaItemType, InvitationType, MeetingDecisionType } from './meeting-content.type.js';
import { agendaOf, decisionsOf, invitationsTo } from './meeting-content.view.js';
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
}
