import { Field, ID, ObjectType } from 'type-graphql';
import type { ConsentAnswer } from '../../core/closed-lists.js';
import { ConsentAnswerEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ProfessionalType } from '../agency/agency.type.js';
import { ConsentGrantType, SignerType } from './consent.type.js';

@Open()
@ObjectType('ConsentInformation', {
  description: 'What the signers are told of the consent, in one language, word for word.',
  simpleResolvers: true,
})
export class ConsentInformationType {
  @Field({ description: 'By ISO 639, such as `sv`.' })
  language!: string;

  @Field({ description: 'The text.' })
  text!: string;
}

@Open()
@ObjectType('ConsentRequestAnswer', {
  description: 'Where one of those who have to sign stands.',
  simpleResolvers: true,
})
export class ConsentRequestAnswerType {
  @Field(() => SignerType, { description: 'Who.' })
  signer!: object;

  @Field(() => ConsentAnswerEnum, { description: 'The last answer; NONE as long as there is none.' })
  answer!: ConsentAnswer;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given.' })
  at!: number | null;
}

@Open()
@ObjectType('ConsentRequest', {
  description:
    'What the family is asked to say yes or no to, each in their own sign-in (`answerConsentRequest`). It opens nothing by itself.',
  simpleResolvers: true,
})
export class ConsentRequestType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'Whom the information is about.' })
  subjectId!: string;

  @Field(() => [ConsentGrantType], { description: 'What a yes of all would open.' })
  scope!: ConsentGrantType[];

  @Field({ description: 'What the information may be used for.' })
  purpose!: string;

  @Field(() => DateTimeScalar, { description: 'Until when a yes lasts.' })
  until!: number;

  @Field({ description: 'Which version of the form and its information is shown.' })
  formVersion!: string;

  @Field(() => [ConsentInformationType], { description: 'The information, in each language that there is.' })
  information!: ConsentInformationType[];

  @Field(() => ProfessionalType, { nullable: true, description: 'Who asks.' })
  askedBy!: ProfessionalType | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: number;

  @Field(() => [ConsentRequestAnswerType], {
    description: 'Everybody who has to sign now, and what they have answered.',
  })
  answers!: ConsentRequestAnswerType[];

  @Field({ description: 'Whether one says yes and another no.' })
  disputed!: boolean;
}
