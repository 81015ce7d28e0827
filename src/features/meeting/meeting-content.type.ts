import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { AttendanceEnum, InformationCategoryEnum, InvitationAnswerEnum } from '../../graphql/enums.js';
import { Piece, Rule } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';
import { GuardianType, ImportantPersonType, YoungPersonType } from '../person/person.type.js';
import { ActionType } from '../plan/plan.type.js';

/** Who is called. The family's members are shown by the same rules as elsewhere. */
export const InviteeUnion = createUnionType({
  name: 'Invitee',
  description: 'Who is called to a meeting.',
  types: () => [ProfessionalType, YoungPersonType, GuardianType, ImportantPersonType] as const,
});

@Piece()
@ObjectType('Invitation', {
  description: 'A call (kallelse) of one person to a meeting; only persons covered by consent are called.',
  simpleResolvers: true,
})
export class InvitationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => InviteeUnion, {
    nullable: true,
    description: 'Who is called; none where the viewer may not see that person.',
  })
  invitee!: typeof InviteeUnion | null;

  @Field({ description: 'Whether the meeting needs this person.' })
  required!: boolean;

  @Field(() => AttendanceEnum, { description: 'Whether this person came (närvaro).' })
  attendance!: string;

  @Field(() => InvitationAnswerEnum, { description: 'What this person answered.' })
  answer!: string;

  @Field({ description: 'Whether the coordinator took the call back; whoever was called may be called again.' })
  withdrawn!: boolean;

  @Rule('consentDetails')
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the call no longer holds, because consent or the assignment does not cover this person any more; for family and coordinator.',
  })
  takenBack!: boolean | null;
}

@Piece()
@ObjectType('AgendaItem', { description: 'One item of the agenda (dagordning).', simpleResolvers: true })
export class AgendaItemType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'What is to be talked about.' })
  title!: string | null;

  @Field(() => AgencyType, { nullable: true, description: 'The agency whose information is talked about.' })
  source!: AgencyType | null;
}

@Piece()
@ObjectType('MeetingMinutes', {
  description: 'What the coordinator wrote down (minnesanteckningar).',
  simpleResolvers: true,
})
export class MeetingMinutesType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Their text.' })
  text!: string | null;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who wrote them.' })
  author!: ProfessionalType | null;
}

@Piece()
@ObjectType('MeetingDecision', {
  implements: NodeType,
  description: 'What a meeting decided (beslut).',
  simpleResolvers: true,
})
export class MeetingDecisionType {
  id!: string;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'What was decided.' })
  text!: string | null;

  @Field(() => ActionType, { nullable: true, description: 'The action that it became, where the viewer may see it.' })
  action!: ActionType | null;
}
