import { Field, ID, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ConsentEvidenceType, ConsentGrantType, PeriodType, SignerType } from './consent.type.js';

@Open()
@ObjectType('PendingConsent', {
  description:
    'A form whose yes waits until a second person has looked at it, where the local rules ask for that. It opens nothing.',
  simpleResolvers: true,
})
export class PendingConsentType {
  @Field(() => ID, { description: 'Identifier of the waiting form.' })
  id!: string;

  @Field(() => ID, { description: 'Whom the information is about.' })
  subjectId!: string;

  @Field(() => [SignerType], { description: 'Who said yes; a no never waits, and is among the consents already.' })
  signers!: SignerType[];

  @Field(() => [ConsentGrantType], { description: 'What it would open.' })
  scope!: ConsentGrantType[];

  @Field({ description: 'What the information may be used for.' })
  purpose!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it shall apply, and never before the confirmation; at the confirmation if none.',
  })
  appliesFrom!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when.' })
  until!: number | null;

  @Field(() => [PeriodType], { nullable: true, description: 'As in `Consent.dataPeriods`.' })
  dataPeriods!: PeriodType[] | null;

  @Field(() => ConsentEvidenceType, { description: 'Its evidence, with who entered it.' })
  evidence!: ConsentEvidenceType;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  enteredAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it lapses, unless it is answered before.' })
  lapsesAt!: number;
}
