import { Field, ID, InputType } from 'type-graphql';
import type { ConcernStand, ProposalBasis, ProposalReason, RiskArea } from '../../core/proposal.js';
import { ConcernStandEnum, ProposalBasisEnum, ProposalReasonEnum, RiskAreaEnum } from '../../graphql/enums.js';
import { Name } from '../../graphql/name.js';
import { DateScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';
const CASE_ID = 'The case.';

@InputType('ConcernInput', {
  description: 'What the proposer states about a report of concern (orosanmälan). Never the report itself.',
})
export class ConcernInput {
  @Field(() => ConcernStandEnum, {
    description: 'That one was made, or that the young person is known to be involved.',
  })
  stand!: ConcernStand;

  @Name()
  @Field(() => String, { nullable: true, description: 'The reference of the report; with REPORTED only.' })
  reference?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was made; with REPORTED only.' })
  reportedOn?: string | null;
}

@InputType('ProposeInput', { description: 'A young person proposed for the group.' })
export class ProposeInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Name()
  @Field({ description: 'Given name of the young person.' })
  givenName!: string;

  @Name()
  @Field({ description: 'Family name of the young person.' })
  familyName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Personal identity number, coordination number, or the T-, TF- or R-number that stands for one: `20000105-2380`, `20110506-T123`, `20110506-TF10`, `20110506-R123`. Left out for whoever has none.',
  })
  personalIdentityNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Date of birth; demanded where there is no number.' })
  birthDate?: string | null;

  @Field(() => [ProposalReasonEnum], { description: 'Why; at least one.' })
  reasons!: ProposalReason[];

  @Field(() => [RiskAreaEnum], { description: 'Where the risk lies; at least one.' })
  riskAreas!: RiskArea[];

  @Field(() => String, { nullable: true, description: 'In own words; read by the coordinator on a stated basis only.' })
  words?: string | null;

  @Field(() => ProposalBasisEnum, {
    nullable: true,
    description: 'What lets the coordinator know whom it is about. Left out, the proposal is blind.',
  })
  basis?: ProposalBasis | null;

  @Field(() => ConcernInput, {
    nullable: true,
    description: 'Demanded where `RulePack.concernReportGate` is set.',
  })
  concern?: ConcernInput | null;
}

@InputType('StateBasisInput', { description: 'What lets the coordinator know whom a blind proposal is about.' })
export class StateBasisInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The own proposal.' })
  proposalId!: string;

  @Field(() => ProposalBasisEnum, {
    description: 'The basis; CONCERN_REPORTED only where the proposal carries a report.',
  })
  basis!: ProposalBasis;
}

@InputType('AcceptProposalInput', { description: 'The municipality takes the case on.' })
export class AcceptProposalInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: CASE_ID })
  caseId!: string;
}

@InputType('DeclineProposalInput', { description: 'The municipality does not take the case on.' })
export class DeclineProposalInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: CASE_ID })
  caseId!: string;

  @Field({ description: 'Why; read by the coordinator alone, until all of it is destroyed.' })
  reason!: string;
}
