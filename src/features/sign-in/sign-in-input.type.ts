import { Field, ID, InputType } from 'type-graphql';
import type { IdentityKind } from '../../core/sign-in-identity.js';
import { IdentityKindEnum } from '../../graphql/enums.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('SignInIdentityInput', { description: 'Who somebody is to an identity provider; stored as a keyed hash.' })
export class SignInIdentityInput {
  @Field(() => IdentityKindEnum, { description: 'What the provider tells it by.' })
  kind!: IdentityKind;

  @Field({ description: 'What it tells, such as the HSA id.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a `SUBJECT`: the issuer that gives it, exactly as its tokens name it.',
  })
  issuer?: string | null;
}

@InputType('SetProfessionalSignInInput', { description: 'By which sign-in a professional comes in, in all roles.' })
export class SetProfessionalSignInInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'Who, as `Professional.id` gives it, by whichever of their roles.' })
  professionalId!: string;

  @Field(() => SignInIdentityInput, {
    nullable: true,
    description: 'In the place of one of the same kind; none, and they come in no more.',
  })
  signIn?: SignInIdentityInput | null;
}

@InputType('SetPersonSignInInput', { description: 'By which sign-in the young person or a guardian comes in.' })
export class SetPersonSignInInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The young person or a guardian.' })
  personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Twelve digits, in the place of an earlier one; none, and they come in no more.',
  })
  personalIdentityNumber?: string | null;
}
