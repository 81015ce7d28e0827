import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../graphql/scalars.js';

@InputType('ScheduleMeetingSeriesInput', {
  description:
    'Follow-up meetings at the same time of the day, by the cadence of the local rules: all of them, or none.',
})
export class ScheduleMeetingSeriesInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => DateTimeScalar, { description: 'When the first one starts, later than now.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When the first one ends, at most twelve hours later.' })
  endsAt!: number;

  @Field(() => Int, { description: 'How many, 1 to 20.' })
  count!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from one to the next, 1 to 60; the fewest of the local rules if left out.',
  })
  everyDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;
}
