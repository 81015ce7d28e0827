import { Field, ID, InputType, Int } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { AttendanceEnum, InformationCategoryEnum, SupportedEnum } from '../../graphql/enums.js';
import { DateScalar } from '../../graphql/scalars.js';
import { ResponsibleInput } from '../plan/plan-input.type.js';

@InputType('AttendanceInput', { description: 'Whether somebody who was called came.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => AttendanceEnum, { description: 'Whether this person came (närvaro).' })
  attendance!: string;
}

@InputType('DecidedActionInput', { description: "The action that a decision becomes, in the decision's category." })
export class DecidedActionInput {
  @Field(() => ID, { nullable: true, description: 'The goal that it serves; none if left out.' })
  goalId?: string | null;

  @Field(() => String, { nullable: true, description: "What is to be done; the decision's text if left out." })
  what?: string | null;

  @Field(() => ResponsibleInput, { description: 'Who is responsible.' })
  responsible!: ResponsibleInput;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be done.' })
  dueOn?: string | null;

  @Field(() => SupportedEnum, { nullable: true, description: 'Whom it supports; the young person if left out.' })
  supports?: string | null;
}

@InputType('DecisionInput', { description: 'What the meeting decided (beslut).' })
export class DecisionInput {
  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field({ description: 'What was decided.' })
  text!: string;

  @Field(() => DecidedActionInput, { nullable: true, description: 'The action that it becomes; none if left out.' })
  action?: DecidedActionInput | null;
}

@InputType('RecordMeetingInput', { description: 'A planned meeting that was held: all of its record, or nothing.' })
export class RecordMeetingInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, {
    description: 'The version that was read; if somebody else has changed it since, the answer is CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => [AttendanceInput], { description: 'Who came; whoever is left out stays unknown.' })
  attendance!: AttendanceInput[];

  @Field(() => String, { nullable: true, description: 'The minutes (minnesanteckningar).' })
  minutes?: string | null;

  @Field(() => [DecisionInput], { description: 'What was decided, in its order; at most 50.' })
  decisions!: DecisionInput[];
}
