import { Field, ID, InputType } from 'type-graphql';
import type { Duty } from '../../core/duty.js';
import { DutyEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('AssignInput', { description: 'Somebody is asked to take part in the group round the case.' })
export class AssignInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Who, as `Professional.id` gives it: one role at one agency.' })
  professionalId!: string;

  @Field(() => DutyEnum, { description: 'What for.' })
  duty!: Duty;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when; never earlier than the yes.' })
  from?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until?: number | null;
}

@InputType('AnswerAssignmentInput', { description: 'The answer of the side that was asked.' })
export class AnswerAssignmentInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'What was asked, as `viewer.assignmentRequests` gives it.' })
  assignmentRequestId!: string;
}
