import { Field, ID, InputType } from 'type-graphql';
import type { ClosingReason } from '../../core/closing.js';
import { ClosingReasonEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('CloseCaseInput', { description: 'The end of the work together, with the time for following it up.' })
export class CloseCaseInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ClosingReasonEnum, { description: 'Why it is closed.' })
  reason!: ClosingReason;

  @Field(() => DateTimeScalar, {
    description: 'When the follow-up is over, within a year: every assignment ends then at the latest.',
  })
  followUpUntil!: number;

  @Field(() => String, {
    nullable: true,
    description: 'How it went, all in all (utvärdering); the family reads it by right.',
  })
  evaluation!: string | null | undefined;
}
