import { Field, ID, InputType, Int } from 'type-graphql';
import { MeetingKindEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

const VERSION =
  'The version that was read; if it has changed since, the answer is CONFLICT, with the meeting as it is.';
const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('ScheduleMeetingInput', { description: "A meeting, held by the coordinator's agency." })
export class ScheduleMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => MeetingKindEnum, {
    description: 'What kind. Only an INTRODUCTION needs no consent; STEERING is about no case.',
  })
  kind!: string;

  @Field(() => DateTimeScalar, { description: 'When it starts, later than now.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it ends, at most twelve hours later.' })
  endsAt!: number;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;
}

@InputType('RescheduleMeetingInput', { description: 'Another time, and another place where one is given.' })
export class RescheduleMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When it starts, later than now.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it ends, at most twelve hours later.' })
  endsAt!: number;

  @Field(() => String, { nullable: true, description: 'Where; as before if left out, nowhere yet if `null`.' })
  place?: string | null;
}

@InputType('CancelMeetingInput', { description: 'A planned meeting that is not to be.' })
export class CancelMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;
}
