import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { WithheldReason } from '../../core/decision.js';
import type { Extent } from '../../core/extent.js';
import type { InformationCategory } from '../../core/information-category.js';
import { DisclosureBasisEnum, ExtentEnum, InformationCategoryEnum, WithheldReasonEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType } from '../agency/agency.type.js';

@ArgsType()
export class CouldReadArgs {
  @Field(() => ID, { description: 'The professional, as `Professional.id` gives them.' })
  professionalId!: string;

  @Field(() => ID, { description: 'The agency that holds the information.' })
  holderId!: string;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => DateTimeScalar, { description: 'At which instant.' })
  at!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By what was recorded at this instant; by what is recorded now if left out.',
  })
  knownAt?: number | null;
}

@Open()
@ObjectType('AccessProof', {
  description: 'Whether a professional could read one category of one agency at an instant, and on what it rested.',
  simpleResolvers: true,
})
export class AccessProofType {
  @Field(() => AgencyType, { description: 'Who holds the information.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => DateTimeScalar, { description: 'The instant that was asked about.' })
  at!: number;

  @Field(() => DateTimeScalar, { description: 'The instant up to which what is recorded counts.' })
  knownAt!: number;

  @Field({ description: 'Whether what was recorded then was open to that professional.' })
  readable!: boolean;

  @Field(() => ExtentEnum, { description: 'How much of what had been recorded by then was open to that professional.' })
  readableEarlier!: Extent;

  @Field(() => WithheldReasonEnum, { nullable: true, description: 'Why not.' })
  reason!: WithheldReason | null;

  @Field(() => DisclosureBasisEnum, { nullable: true, description: 'Why.' })
  basis!: keyof typeof DisclosureBasisEnum | null;

  @Field(() => [Int], { description: 'By consent: the places of the statements among those about the young person.' })
  statements!: readonly number[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when, as far as was known.' })
  until!: number | null;
}
