import { Field, ID, InputType, Int } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import type { OutcomeLevel } from '../../core/outcome.js';
import { InformationCategoryEnum, OutcomeLevelEnum } from '../../graphql/enums.js';
import { NeverNull } from '../../graphql/never-null.js';

@InputType('RecordOutcomeInput', { description: 'How one wanted effect stands, as the own agency knows it.' })
export class RecordOutcomeInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => InformationCategoryEnum, {
    description: 'Which effect: SCHOOL_RESULTS, EMPLOYMENT, LEISURE, OFFENDING or SUBSTANCE_USE.',
  })
  category!: InformationCategory;

  @Field(() => Int, {
    description:
      'The version that was read, 0 where none is recorded; if it has changed since, the answer is CONFLICT.',
  })
  expectedVersion!: number;

  @NeverNull()
  @Field(() => OutcomeLevelEnum, { nullable: true, description: 'When the work started; as recorded if left out.' })
  before?: OutcomeLevel;

  @Field(() => OutcomeLevelEnum, {
    nullable: true,
    description: 'At the end of the work; as recorded if left out, taken away by null.',
  })
  after?: OutcomeLevel | null;

  @Field(() => OutcomeLevelEnum, {
    nullable: true,
    description: 'While a closed case is followed up; as recorded if left out, taken away by null.',
  })
  atFollowUp?: OutcomeLevel | null;
}
