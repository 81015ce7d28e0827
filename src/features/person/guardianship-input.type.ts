import { Field, ID, InputType } from 'type-graphql';
import type { ProtectionLevel } from '../../core/case-facts.js';
import { ProtectionLevelEnum } from '../../graphql/enums.js';
import { Name } from '../../graphql/name.js';
import { DateScalar } from '../../graphql/scalars.js';

const REQUEST = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('CustodyInput', { description: "A guardian's custody of a person of the case (vårdnad från–till)." })
export class CustodyInput {
  @Field(() => ID, { description: REQUEST })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The guardian.' })
  guardianId!: string;

  @Field(() => ID, { nullable: true, description: 'The child; the young person if left out.' })
  subjectId?: string | null;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds.' })
  until?: string | null;
}

@InputType('AddGuardianInput', { description: 'A guardian (vårdnadshavare) of the young person.' })
export class AddGuardianInput {
  @Field(() => ID, { description: REQUEST })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Name()
  @Field({ description: 'Given name.' })
  givenName!: string;

  @Name()
  @Field({ description: 'Family name.' })
  familyName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Twelve digits, by which they sign in; `setPersonSignIn` can say it later.',
  })
  personalIdentityNumber?: string | null;

  @Field(() => DateScalar, { description: 'The first day of the custody.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds.' })
  until?: string | null;
}

@InputType('EndCustodyInput', { description: 'The end of a custody, as a court or an agreement has set it.' })
export class EndCustodyInput {
  @Field(() => ID, { description: REQUEST })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The guardian.' })
  guardianId!: string;

  @Field(() => ID, { nullable: true, description: 'The child; the young person if left out.' })
  subjectId?: string | null;

  @Field(() => DateScalar, { description: 'The day from which it no longer holds.' })
  until!: string;
}

@InputType('ProtectionInput', {
  description: 'Protected personal data of a person of the case (skyddade personuppgifter).',
})
export class ProtectionInput {
  @Field(() => ID, { description: REQUEST })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Whose.' })
  personId!: string;

  @Field(() => ProtectionLevelEnum, {
    nullable: true,
    description: 'How strong; `null`, and not leaving it out, ends the protection that is in force.',
  })
  level?: ProtectionLevel | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Who of the holder reads it under PROTECTED_REGISTRATION, by `Professional.id`; nobody if left out.',
  })
  handlerIds?: string[] | null;
}
