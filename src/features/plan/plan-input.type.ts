import { Field, ID, InputType, Int } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { ActionStatusEnum, InformationCategoryEnum, SupportedEnum } from '../../graphql/enums.js';
import { NeverNull } from '../../graphql/never-null.js';
import { DateScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';
const VERSION = 'The version that was read; if somebody else has changed it since, the answer is CONFLICT.';

@InputType('CreatePlanInput', { description: "The plan of a case; its frame is held by the coordinator's agency." })
export class CreatePlanInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The professional of the case who answers for the whole; yourself if left out.',
  })
  overallResponsibleId?: string | null;
}

@InputType('AddGoalInput', { description: "A goal, held by the writer's own agency; at least one of the two texts." })
export class AddGoalInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => InformationCategoryEnum, { description: 'The area of life.' })
  area!: InformationCategory;

  @Field(() => String, { nullable: true, description: "In the young person's own words." })
  inOwnWords?: string | null;

  @Field(() => String, { nullable: true, description: "In the professionals' words." })
  inProfessionalWords?: string | null;
}

@InputType('UpdateGoalInput', { description: 'Only what is given is changed; null takes words away.' })
export class UpdateGoalInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: "In the young person's own words: by the young person, or whoever holds the goal.",
  })
  inOwnWords?: string | null;

  @Field(() => String, { nullable: true, description: "In the professionals' words: by whoever holds the goal." })
  inProfessionalWords?: string | null;
}

@InputType('ResponsibleInput', { description: 'Exactly one of these.' })
export class ResponsibleInput {
  @Field(() => ID, { nullable: true, description: 'A professional whom you know to take part in the case.' })
  professionalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An agency of the municipality.' })
  agencyId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The young person, or a guardian or another important person whom you may see.',
  })
  personId?: string | null;
}

@InputType('AddActionInput', { description: "An action, held by the writer's own agency." })
export class AddActionInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { nullable: true, description: 'The goal that it serves; none if left out.' })
  goalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case, of an action that serves no goal.' })
  caseId?: string | null;

  @Field(() => InformationCategoryEnum, {
    nullable: true,
    description: "What it is about; the goal's area if left out, and needed where there is no goal.",
  })
  category?: InformationCategory | null;

  @Field({ description: 'What is to be done.' })
  what!: string;

  @Field(() => ResponsibleInput, { description: 'Who is responsible.' })
  responsible!: ResponsibleInput;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be done.' })
  dueOn?: string | null;

  @Field(() => SupportedEnum, { nullable: true, description: 'Whom it supports; the young person if left out.' })
  supports?: string | null;
}

@InputType('UpdateActionInput', { description: 'Only what is given is changed; null takes the due date away.' })
export class UpdateActionInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @NeverNull()
  @Field(() => ActionStatusEnum, {
    nullable: true,
    description: 'How far it has come: by the agency of whoever is responsible, the coordinator, or the young person.',
  })
  status?: string;

  @NeverNull()
  @Field(() => String, { nullable: true, description: 'What is to be done: by the agency that holds it.' })
  what?: string;

  @NeverNull()
  @Field(() => ResponsibleInput, { nullable: true, description: 'Who is responsible: by the agency that holds it.' })
  responsible?: ResponsibleInput;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When it is to be done, `null` for no date: by the agency that holds it.',
  })
  dueOn?: string | null;
}
