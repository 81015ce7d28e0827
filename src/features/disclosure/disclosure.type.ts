import { Field, ID, ObjectType } from 'type-graphql';
import type { DisclosureGround } from '../../core/disclosure.js';
import type { InformationCategory } from '../../core/information-category.js';
import { DisclosureGroundEnum, InformationCategoryEnum } from '../../graphql/enums.js';
import { Open, Rule } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';

@ObjectType('StatutoryDisclosure', {
  description:
    'A decision to disclose without consent (utlämnande), as the deciding agency and, once told, the family know it.',
  simpleResolvers: true,
})
export class StatutoryDisclosureType {
  @Open()
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Open()
  @Field(() => DisclosureGroundEnum, { description: 'The ground.' })
  ground!: DisclosureGround;

  @Open()
  @Field({ description: 'The paragraph of the ground on the day of the decision, as it is quoted.' })
  paragraph!: string;

  @Open()
  @Field({
    description: 'The act that gave the paragraph its words on that day: its number in Svensk författningssamling.',
  })
  sfs!: string;

  @Open()
  @Field(() => AgencyType, { nullable: true, description: 'Who disclosed.' })
  holder!: AgencyType | null;

  @Open()
  @Field(() => AgencyType, { nullable: true, description: 'The agency of whoever received it.' })
  recipientAgency!: AgencyType | null;

  @Open()
  @Field(() => [InformationCategoryEnum], { description: 'What it was about.' })
  categories!: InformationCategory[];

  @Open()
  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  decidedAt!: number;

  @Open()
  @Field(() => DateTimeScalar, { description: 'When the recipient can no longer read it.' })
  until!: number;

  @Open()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the holder ended it before its time.' })
  endedAt!: number | null;

  @Open()
  @Field(() => DateTimeScalar, { description: 'From when the family may know of it.' })
  toldFrom!: number;

  @Rule('disclosureReasons')
  @Field(() => ProfessionalType, { nullable: true, description: 'Who decided; for the deciding agency.' })
  decidedBy!: ProfessionalType | null;

  @Rule('disclosureReasons')
  @Field(() => ProfessionalType, { nullable: true, description: 'Who reads it; for the deciding agency.' })
  recipient!: ProfessionalType | null;

  @Rule('disclosureReasons')
  @Field(() => String, { nullable: true, description: 'Why it was so; for the deciding agency.' })
  reasons!: string | null;

  @Rule('disclosureReasons')
  @Field(() => String, { nullable: true, description: 'Why the family is told later; for the deciding agency.' })
  delayReason!: string | null;
}
