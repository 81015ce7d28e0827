import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';
const VERSION = 'The version that was read; if somebody else has changed it since, the answer is CONFLICT.';

@InputType('ScheduleSteeringMeetingInput', { description: 'A meeting of the steering group, about no single case.' })
export class ScheduleSteeringMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => DateTimeScalar, { description: 'When it starts, later than now.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it ends, at most twelve hours later.' })
  endsAt!: number;
}

@InputType('RescheduleSteeringMeetingInput', { description: 'Another time for a planned meeting.' })
export class RescheduleSteeringMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  steeringMeetingId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When it starts, later than now.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it ends, at most twelve hours later.' })
  endsAt!: number;
}

@InputType('CancelSteeringMeetingInput', { description: 'A planned meeting that is not to be.' })
export class CancelSteeringMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  steeringMeetingId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;
}

@InputType('RecordSteeringMeetingInput', { description: 'A planned meeting that was held, and who came.' })
export class RecordSteeringMeetingInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  steeringMeetingId!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => [ID], {
    description: 'The professionals who came, of those who were members when it began; all others were absent.',
  })
  attended!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The minutes (minnesanteckningar), about the work as a whole: never about anybody. A personal identity number or the number of a case is refused.',
  })
  minutes!: string | null | undefined;
}
