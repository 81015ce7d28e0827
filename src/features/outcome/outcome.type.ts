import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum, OutcomeLevelEnum } from '../../graphql/enums.js';
import { Piece } from '../../graphql/field-policy.js';
import { AgencyType } from '../agency/agency.type.js';

@Piece()
@ObjectType('Outcome', {
  description:
    'How one wanted effect (effekt) stood before the work and after it: passing grades; a school, placement or job that works; meaningful leisure; no crime; no abuse.',
  simpleResolvers: true,
})
export class OutcomeType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => InformationCategoryEnum, {
    description:
      'Which effect: SCHOOL_RESULTS grades, EMPLOYMENT school, placement or job, LEISURE leisure, OFFENDING crime, SUBSTANCE_USE abuse.',
  })
  category!: InformationCategory;

  @Field(() => Int, { description: 'Counts up with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => AgencyType, { description: 'The agency that says so.' })
  holder!: AgencyType;

  @Field(() => OutcomeLevelEnum, { description: 'When the work started.' })
  before!: string;

  @Field(() => OutcomeLevelEnum, { nullable: true, description: 'When the case was closed; none before that.' })
  after!: string | null;

  @Field(() => OutcomeLevelEnum, {
    nullable: true,
    description: 'When the closed case was followed up; none before that.',
  })
  atFollowUp!: string | null;
}
