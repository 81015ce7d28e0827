import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { ActionStatusEnum, InformationCategoryEnum, SupportedEnum } from '../../graphql/enums.js';
import { Loads, Open, Piece } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';
import { ACTION, GOAL } from './plan.piece.js';
import { GUARDIAN } from '../person/identity.piece.js';
import { IMPORTANT_PERSON } from '../person/important-person.piece.js';
import { GuardianType, ImportantPersonType, YoungPersonType } from '../person/person.type.js';

/** Who is to do something. The family's members are shown by the same rules as elsewhere. */
export const ResponsibleUnion = createUnionType({
  name: 'Responsible',
  description: 'Who is responsible (ansvarig) for an action.',
  types: () => [ProfessionalType, AgencyType, YoungPersonType, GuardianType, ImportantPersonType] as const,
});

@Open()
@ObjectType('PlanProgress', { description: 'Counts only what the viewer may see.', simpleResolvers: true })
export class PlanProgressType {
  @Field(() => Int, { description: 'Actions.' })
  total!: number;

  @Field(() => Int, { description: 'Actions that are done.' })
  done!: number;

  @Field(() => Int, {
    description: 'Actions whose due date has passed and that are neither done, given up nor cancelled.',
  })
  overdue!: number;
}

@Piece()
@ObjectType('Action', {
  implements: NodeType,
  description: 'What is to be done (åtgärd), and who is responsible.',
  simpleResolvers: true,
})
export class ActionType {
  id!: string;

  @Loads(GUARDIAN, IMPORTANT_PERSON)
  @Field(() => Int, {
    description:
      'Counts up with every change of this action that the viewer may see; a change rests on what its sender sees.',
  })
  version!: number;

  @Field(() => AgencyType, { description: 'The agency that holds it.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  what!: string | null;

  @Field(() => ResponsibleUnion, {
    nullable: true,
    description: 'Who is responsible; none where the viewer may not see that person.',
  })
  responsible!: typeof ResponsibleUnion | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be done.' })
  dueOn!: string | null;

  @Field(() => ActionStatusEnum, { description: 'How far it has come.' })
  status!: string;

  @Field(() => SupportedEnum, { description: 'Whom it supports: guardians may need support of their own.' })
  supports!: string;
}

@Piece()
@ObjectType('Goal', { implements: NodeType, description: 'A goal (mål) in one area of life.', simpleResolvers: true })
export class GoalType {
  id!: string;

  @Field(() => Int, { description: 'Counts up with every change of this goal.' })
  version!: number;

  @Field(() => AgencyType, { description: 'The agency that holds it.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'The area of life.' })
  area!: InformationCategory;

  @Field(() => String, { nullable: true, description: "In the young person's own words." })
  inOwnWords!: string | null;

  @Field(() => String, { nullable: true, description: "In the professionals' words." })
  inProfessionalWords!: string | null;

  @Field(() => [ActionType], { description: 'Its actions that the viewer may see.' })
  actions!: ActionType[];
}

@Piece()
@ObjectType('Plan', {
  description:
    "The plan (åtgärdsplan, arbetsplan): the place of everybody's goals and actions. Its frame is held by the coordinator's agency in category PLAN; where that is closed, the goals and actions that the viewer may see are still there.",
  simpleResolvers: true,
})
export class PlanType {
  @Field(() => ID, { nullable: true, description: 'Identifier of its frame; none where the frame is closed.' })
  id!: string | null;

  @Field(() => ProfessionalType, {
    nullable: true,
    description: 'Who answers for the whole; none where the frame is closed.',
  })
  overallResponsible!: ProfessionalType | null;

  @Open()
  @Field(() => [GoalType], { description: 'Its goals that the viewer may see.' })
  goals!: GoalType[];

  @Open()
  @Field(() => [ActionType], {
    description:
      'Actions under no goal that the viewer may see: those that have none, and those whose goal is another matter.',
  })
  actions!: ActionType[];

  @Open()
  @Loads(GOAL, ACTION)
  @Field(() => PlanProgressType, { description: 'How far it has come, counting what the viewer may see.' })
  progress!: PlanProgressType;
}
