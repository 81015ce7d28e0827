import { Field, ID, InputType } from 'type-graphql';
import type { DisclosureGround } from '../../core/disclosure.js';
import type { InformationCategory } from '../../core/information-category.js';
import { DisclosureGroundEnum, InformationCategoryEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('StatutoryDisclosureInput', {
  description: "The holder's decision to give named pieces to one named professional without consent.",
})
export class StatutoryDisclosureInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, {
    description:
      'Who is to read it: a professional of another agency of the municipality, as `Professional.id` gives it.',
  })
  recipientId!: string;

  @Field(() => DisclosureGroundEnum, { description: 'The paragraph that it rests on.' })
  ground!: DisclosureGround;

  @Field({ description: 'Why it is so, for the holder alone.' })
  reasons!: string;

  @Field({ description: 'Whom it is about, as the recipient needs to know: the recipient does not see the case.' })
  about!: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Notes, mappings, goals, actions, evaluations and decisions that the own agency holds.',
  })
  pieceIds!: string[];

  @Field(() => [InformationCategoryEnum], {
    defaultValue: [],
    description: "What the own agency recorded of the young person's situation in these categories.",
  })
  situations!: InformationCategory[];

  @Field({ defaultValue: false, description: "The young person's contact data, as the own agency holds them." })
  contact!: boolean;

  @Field(() => DateTimeScalar, { description: 'Until when the recipient reads it, within 90 days.' })
  until!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Before this the family is not told, within a year; at once if left out. Needs `delayReason`.',
  })
  tellFamilyFrom?: number | null;

  @Field(() => String, { nullable: true, description: 'Why the family is told later.' })
  delayReason?: string | null;
}

@InputType('EndDisclosureInput', { description: 'A disclosure that the holder ends before its time.' })
export class EndDisclosureInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The disclosure, as `Case.disclosures` gives it.' })
  disclosureId!: string;
}
