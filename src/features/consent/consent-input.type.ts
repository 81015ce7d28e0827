import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { ConsentDecisionEnum, ConsentMethodEnum, InformationCategoryEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

@InputType('ConsentGrantInput', { description: 'Categories that may go from one agency to another.' })
export class ConsentGrantInput {
  @Field(() => ID, { description: 'Who may tell.' })
  fromId!: string;

  @Field(() => ID, { description: 'Who may be told.' })
  toId!: string;

  @Field(() => [InformationCategoryEnum], { description: 'About what.' })
  categories!: InformationCategory[];
}

@InputType('SignerDecisionInput', { description: 'What one signer says to the form.' })
export class SignerDecisionInput {
  @Field(() => ID, { description: 'The person in this case.' })
  personId!: string;

  @Field(() => ConsentDecisionEnum, {
    description: 'GRANTED or REFUSED; to take a consent back, use `withdrawConsent`.',
  })
  decision!: string;
}

@InputType('PeriodInput', { description: 'Half-open: the start belongs to it, the end does not; none is unbounded.' })
export class PeriodInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Start.' })
  from?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'End.' })
  until?: number | null;
}

@InputType('ConsentEvidenceInput', {
  description: 'How the form can be shown to have been signed, and on which information.',
})
export class ConsentEvidenceInput {
  @Field(() => ConsentMethodEnum, { description: 'How it was given.' })
  method!: string;

  @Field({ description: 'Which version of the form and its information was shown.' })
  formVersion!: string;

  @Field({ description: 'The language of the information, by ISO 639, such as `sv`.' })
  language!: string;

  @Field(() => ID, { description: 'The professional who informed.' })
  informedById!: string;

  @Field(() => ID, { nullable: true, description: 'The professional who heard it; required when it was given orally.' })
  witnessId?: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the scanned document, 64 hexadecimal digits.' })
  documentHash?: string | null;
}

@InputType('RecordConsentInput', {
  description: 'One form: all its signers and cells, recorded together or not at all.',
})
export class RecordConsentInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { nullable: true, description: 'Whom the information is about; the young person if left out.' })
  subjectId?: string | null;

  @Field(() => [SignerDecisionInput], { description: 'Everybody who signed, and what each said.' })
  signers!: SignerDecisionInput[];

  @Field(() => [ID], {
    nullable: true,
    description: 'These may talk openly with one another: every ordered pair of them.',
  })
  talkOpenly?: string[] | null;

  @Field(() => [InformationCategoryEnum], {
    nullable: true,
    description: 'About what they may talk; everything if left out.',
  })
  categories?: InformationCategory[] | null;

  @Field(() => [ConsentGrantInput], { nullable: true, description: 'Single cells beside the sentence.' })
  grants?: ConsentGrantInput[] | null;

  @Field(() => [ConsentGrantInput], { nullable: true, description: 'What is struck out again.' })
  except?: ConsentGrantInput[] | null;

  @Field({ description: 'What the information may be used for.' })
  purpose!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it applies, never in the past; at once if left out.',
  })
  appliesFrom?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when; as long as the local rules let one last if left out.',
  })
  until?: number | null;

  @Field(() => [PeriodInput], {
    nullable: true,
    description: 'Only what was recorded within these; if left out, all up to and during the consent, except gaps.',
  })
  dataPeriods?: PeriodInput[] | null;

  @Field(() => ConsentEvidenceInput, { description: 'The evidence.' })
  evidence!: ConsentEvidenceInput;
}

@InputType('AnswerConsentFormInput', { description: 'The answer of the second person to a form that waits.' })
export class AnswerConsentFormInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The form, as `Case.pendingConsents` gives it.' })
  pendingConsentId!: string;
}

@ArgsType()
export class WithdrawConsentArgs {
  @Field(() => ID, { nullable: true, description: 'Chosen by the client; sent again, it changes nothing more.' })
  requestId?: string;

  @Field(() => ID, { nullable: true, description: 'The consent that is taken back.' })
  consentId?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The case, where no single consent is named: a no to everything, or to `scope`.',
  })
  caseId?: string;

  @Field(() => ID, { nullable: true, description: 'Whose word it is, with `caseId`; your own if left out.' })
  signerId?: string;

  @Field(() => ID, { nullable: true, description: 'Whom it is about, with `caseId`; the young person if left out.' })
  subjectId?: string;

  @Field(() => [ConsentGrantInput], { nullable: true, description: 'Only this part; all of it if left out.' })
  scope?: ConsentGrantInput[];

  @Field(() => String, { nullable: true, description: 'Why, if the signer wants to say; nobody has to.' })
  reason?: string;
}
