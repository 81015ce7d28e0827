import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Extent } from '../../core/extent.js';
import type { InformationCategory } from '../../core/information-category.js';
import {
  ConsentDecisionEnum,
  ConsentMethodEnum,
  ExtentEnum,
  InformationCategoryEnum,
  SignerRoleEnum,
} from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';

@Open()
@ObjectType('Signer', { description: 'Who signs (den som samtycker).', simpleResolvers: true })
export class SignerType {
  @Field(() => ID, { description: 'The person in this case.' })
  personId!: string;

  @Field(() => SignerRoleEnum, { description: 'In which role.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Name, where the viewer may see it.' })
  name!: string | null;
}

@Open()
@ObjectType('ConsentGrant', {
  description: 'Categories that may go from one agency to another.',
  simpleResolvers: true,
})
export class ConsentGrantType {
  @Field(() => AgencyType, { description: 'Who may tell.' })
  from!: AgencyType;

  @Field(() => AgencyType, { description: 'Who may be told.' })
  to!: AgencyType;

  @Field(() => [InformationCategoryEnum], { description: 'About what.' })
  categories!: InformationCategory[];
}

@Open()
@ObjectType('Period', {
  description: 'Half-open: the start belongs to it, the end does not; none is unbounded.',
  simpleResolvers: true,
})
export class PeriodType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Start.' })
  from!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'End.' })
  until!: number | null;
}

@Open()
@ObjectType('ConsentEvidence', {
  description: 'How the statement can be shown to have been made.',
  simpleResolvers: true,
})
export class ConsentEvidenceType {
  @Field(() => ConsentMethodEnum, { description: 'How it was given.' })
  method!: string;

  @Field({ description: 'Which version of the form and its information the person was shown.' })
  formVersion!: string;

  @Field({ description: 'In which language, by ISO 639.' })
  language!: string;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who informed.' })
  informedBy!: ProfessionalType | null;

  @Field(() => ProfessionalType, {
    nullable: true,
    description: "Who entered it on the signer's word or paper; none where the signer did so from their own view.",
  })
  recordedBy!: ProfessionalType | null;

  @Field(() => ProfessionalType, {
    nullable: true,
    description: 'The second person who confirmed it, where the local rules ask for one.',
  })
  confirmedBy!: ProfessionalType | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the scanned document.' })
  documentHash!: string | null;
}

@Open()
@ObjectType('Consent', {
  implements: NodeType,
  description: 'One statement of one signer (samtycke); a withdrawal is a statement of its own.',
  simpleResolvers: true,
})
export class ConsentType {
  id!: string;

  @Field(() => Int, { description: 'Its place among the statements about its subject.' })
  sequence!: number;

  @Field(() => ID, { description: 'Whom the information is about.' })
  subjectId!: string;

  @Field(() => SignerType, { description: 'Who stated it.' })
  signer!: SignerType;

  @Field(() => ConsentDecisionEnum, { description: 'What was stated.' })
  decision!: string;

  @Field(() => [ConsentGrantType], {
    nullable: true,
    description: 'What it names; none where a refusal or withdrawal names everything.',
  })
  scope!: ConsentGrantType[] | null;

  @Field(() => String, { nullable: true, description: 'What the information may be used for.' })
  purpose!: string | null;

  @Field(() => DateTimeScalar, { description: 'From when it applies.' })
  appliesFrom!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when.' })
  until!: number | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: number;

  @Field(() => [PeriodType], {
    nullable: true,
    description:
      'Only what was recorded within these; none is the default: all up to and during the consent, except gaps.',
  })
  dataPeriods!: PeriodType[] | null;

  @Field(() => ConsentEvidenceType, { nullable: true, description: 'Its evidence.' })
  evidence!: ConsentEvidenceType | null;
}

@Open()
@ObjectType('Block', {
  implements: NodeType,
  description: 'A block (spärr); it beats every consent.',
  simpleResolvers: true,
})
export class BlockType {
  id!: string;

  @Field(() => ID, { description: 'Whom the information is about.' })
  subjectId!: string;

  @Field(() => SignerType, { nullable: true, description: 'The signer who set it.' })
  by!: SignerType | null;

  @Field(() => AgencyType, { nullable: true, description: 'The holder that set it.' })
  holder!: AgencyType | null;

  @Field(() => [ConsentGrantType], { nullable: true, description: 'What it closes; none where it closes everything.' })
  cells!: ConsentGrantType[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when.' })
  from!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until!: number | null;
}

@Open()
@ObjectType('SharingCell', {
  description: 'Whether one agency may share one category with another, now.',
  simpleResolvers: true,
})
export class SharingCellType {
  /** The case of the cell; no field. */
  caseId!: string;

  @Field(() => AgencyType, { description: 'Who would tell.' })
  from!: AgencyType;

  @Field(() => AgencyType, { description: 'Who would be told.' })
  to!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'About what.' })
  category!: InformationCategory;

  @Field({ description: 'Whether what is recorded now is open.' })
  open!: boolean;

  @Field(() => ExtentEnum, { description: 'How much of what was recorded until now is open.' })
  openEarlier!: Extent;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes, as far as is known now.' })
  until!: number | null;
}
