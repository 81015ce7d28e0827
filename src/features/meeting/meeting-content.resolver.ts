import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { AgendaItemType, InvitationType, MeetingDecisionType, MeetingMinutesType } from './meeting-content.type.js';
import { MeetingPartyEnum } from '../../graphql/enums.js';
import { invitationsTo, partiesMissing } from './invitation.queries.js';
import { agendaOf, decisionsOf, minutesOf } from './meeting-content.queries.js';
import { INVITATION } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';

@Resolver(() => MeetingType)
export class MeetingContentResolver {
  @Open()
  @FieldResolver(() => [InvitationType], { description: 'Who is called, and who came.' })
  invitations(@Root() meeting: Shown): readonly Shown[] {
    return invitationsTo(meeting);
  }

  @Open()
  @FieldResolver(() => [AgendaItemType], { description: 'The agenda, in its order.' })
  agenda(@Root() meeting: Shown): readonly Shown[] {
    return agendaOf(meeting);
  }

  @Open()
  @FieldResolver(() => [MeetingDecisionType], { description: 'What was decided, in its order.' })
  decisions(@Root() meeting: Shown): readonly Shown[] {
    return decisionsOf(meeting);
  }

  @Open()
  @FieldResolver(() => MeetingMinutesType, { nullable: true, description: 'What the coordinator wrote down.' })
  minutes(@Root() meeting: Shown): Shown | null {
    return minutesOf(meeting);
  }

  @Open()
  @Loads(INVITATION)
  @FieldResolver(() => [MeetingPartyEnum], {
    description:
      'Parties that the local rules need at such a meeting and that nobody stands for among those whom the viewer sees called.',
  })
  missingParties(@Root() meeting: Shown, @Ctx() context: RequestContext): readonly string[] {
    return partiesMissing(meeting, scopeOf(context).log);
  }
}
