import { Field, ID, InputType } from 'type-graphql';
import type { ConsentAnswer } from '../../core/closed-lists.js';
import { ConsentAnswerEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ConsentGrantInput } from './consent-input.type.js';

@InputType('ConsentInformationInput', { description: 'What the signers are told of the consent, in one language.' })
export class ConsentInformationInput {
  @Field({ description: 'By ISO 639, such as `sv`.' })
  language!: string;

  @Field({ description: 'The text, shown word for word.' })
  text!: string;
}

@InputType('AskForConsentInput', { description: 'What the signers are asked, each in their own sign-in.' })
export class AskForConsentInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { nullable: true, description: 'Whom the information is about; the young person if left out.' })
  subjectId?: string | null;

  @Field(() => [ConsentGrantInput], {
    description: 'What may go from whom to whom: all that the form lists, nothing else.',
  })
  grants!: ConsentGrantInput[];

  @Field({ description: 'What the information may be used for.' })
  purpose!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when; as long as the local rules let one last if left out.',
  })
  until?: number | null;

  @Field({ description: 'Which version of the form and its information is shown.' })
  formVersion!: string;

  @Field(() => [ConsentInformationInput], { description: 'The information, once in each language, 1 to 10.' })
  information!: ConsentInformationInput[];
}

@InputType('AnswerConsentRequestInput', { description: "A signer's own answer." })
export class AnswerConsentRequestInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'What was asked, as `Case.consentRequests` gives it.' })
  consentRequestId!: string;

  @Field(() => ConsentAnswerEnum, { description: 'YES, NO, or TALK_FIRST, which says neither and asks for a talk.' })
  answer!: ConsentAnswer;

  @Field({ description: 'In which of its languages the signer has read the information.' })
  language!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why not, if the signer wants to say; nobody has to, and no other signer sees it.',
  })
  reason?: string | null;
}
