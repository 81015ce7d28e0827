import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyKind } from '../../core/case-facts.js';
import type { DisclosureGround } from '../../core/disclosure.js';
import type { InformationCategory } from '../../core/information-category.js';
import { AgencyKindEnum, DisclosureGroundEnum, InformationCategoryEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateScalar } from '../../graphql/scalars.js';

@Open()
@ObjectType('GroundInLaw', {
  description: 'A ground for disclosing without consent as the law has it from one day until another.',
  simpleResolvers: true,
})
export class GroundInLawType {
  @Field(() => DisclosureGroundEnum, { description: 'The ground; `discloseWithoutConsent` takes it.' })
  ground!: DisclosureGround;

  @Field({ description: 'The paragraph, as it is quoted.' })
  paragraph!: string;

  @Field({ description: 'The act that gave it these words: its number in Svensk författningssamling.' })
  sfs!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer applies; open if none.' })
  until!: string | null;

  @Field(() => [AgencyKindEnum], { description: 'Which kinds of agency may disclose on it.' })
  holders!: readonly AgencyKind[];

  @Field(() => [AgencyKindEnum], { description: 'To which kinds of agency.' })
  recipients!: readonly AgencyKind[];

  @Field(() => [InformationCategoryEnum], { description: 'About what.' })
  categories!: readonly InformationCategory[];

  @Field(() => Int, { nullable: true, description: 'Everybody whom the pieces are about is younger; any age if none.' })
  belowAge!: number | null;
}
