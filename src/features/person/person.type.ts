import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Consent, Open, Piece } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { DateScalar } from '../../graphql/scalars.js';

@ObjectType('YoungPerson', {
  implements: NodeType,
  description:
    "The young person (ungdom) whom the case is about; identity and contact are held by the coordinator's agency.",
  simpleResolvers: true,
})
export class YoungPersonType {
  @Open()
  @Field(() => ID, { description: 'Identifier in this case only; another case of the same person has another.' })
  id!: string;

  @Consent('IDENTITY')
  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName!: string | null;

  @Consent('IDENTITY')
  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName!: string | null;

  @Consent('IDENTITY')
  @Field(() => String, {
    nullable: true,
    description:
      'Swedish personal identity number (personnummer) or coordination number, twelve digits; a T-, TF- or R-number where it stands for one; none for whoever has none.',
  })
  personalIdentityNumber!: string | null;

  @Consent('IDENTITY')
  @Field(() => DateScalar, { nullable: true, description: 'Date of birth.' })
  birthDate!: string | null;

  @Consent('IDENTITY')
  @Field(() => Int, { nullable: true, description: 'Age in whole years, turning at local midnight.' })
  age!: number | null;

  @Consent('CONTACT')
  @Field(() => String, { nullable: true, description: 'Address; withheld under protected identity.' })
  address!: string | null;

  @Consent('CONTACT')
  @Field(() => String, { nullable: true, description: 'Telephone; withheld under protected identity.' })
  phone!: string | null;

  @Consent('CONTACT')
  @Field(() => ID, {
    nullable: true,
    description:
      'The one of `Municipality.focusAreas` in which the young person is at home; withheld under protected identity.',
  })
  areaId!: string | null;
}

@Open()
@ObjectType('CustodyPeriod', {
  description: "A guardian's custody of the young person (vårdnad från–till), FB 6 ch.",
  simpleResolvers: true,
})
export class CustodyPeriodType {
  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds.' })
  until!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From when the guardian is recorded as prevented (FB 6:13).',
  })
  preventedFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which the guardian is prevented no longer.' })
  preventedUntil!: string | null;
}

@Piece()
@ObjectType('Guardian', {
  implements: NodeType,
  description: 'A guardian (vårdnadshavare); a piece in category FAMILY.',
  simpleResolvers: true,
})
export class GuardianType {
  id!: string;

  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName!: string | null;

  @Field(() => [CustodyPeriodType], { description: 'When custody holds.' })
  custody!: CustodyPeriodType[];
}

@Piece()
@ObjectType('OtherImportantPerson', {
  implements: NodeType,
  description: 'Somebody else who matters to the young person (annan viktig person); a piece in category FAMILY.',
  simpleResolvers: true,
})
export class ImportantPersonType {
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field({ description: 'Who it is to the young person.' })
  relation!: string;

  @Field(() => String, { nullable: true, description: 'How to reach them, in words.' })
  contact!: string | null;

  @Field(() => DateScalar, { description: 'The first day on which they are one of those round the young person.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which they no longer are.' })
  until!: string | null;
}
