import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ConcernStand, ProposalBasis, ProposalReason, ProposalState, RiskArea } from '../../core/proposal.js';
import { PageInfoType } from '../../graphql/connection.js';
import {
  ConcernStandEnum,
  ProposalBasisEnum,
  ProposalReasonEnum,
  ProposalStateEnum,
  RiskAreaEnum,
} from '../../graphql/enums.js';
import { Consent, Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateScalar, DateTimeScalar } from '../../graphql/scalars.js';

@ObjectType('Proposal', {
  description: 'That somebody was proposed (förslag), and what became of it. Whoever proposed is told nothing more.',
  simpleResolvers: true,
})
export class ProposalType {
  @Open()
  @Field(() => ID, { description: 'Identifier of the proposal.' })
  id!: string;

  @Open()
  @Field(() => ProposalStateEnum, { description: 'What became of it.' })
  state!: ProposalState;

  @Open()
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  proposedAt!: number;

  @Open()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted or declined.' })
  decidedAt!: number | null;

  @Open()
  @Field(() => String, { nullable: true, description: 'The number of the case; for the coordinator.' })
  number!: string | null;

  @Open()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When everything else of it was destroyed; for the coordinator.',
  })
  destroyedOn!: string | null;
}

@ObjectType('ProposalGrounds', {
  description: 'On which grounds the case was proposed, and by whom; for the coordinator.',
  simpleResolvers: true,
})
export class ProposalGroundsType {
  @Open()
  @Field(() => ProposalBasisEnum, {
    nullable: true,
    description: 'What lets the coordinator know whom it is about; none while it is blind.',
  })
  basis!: ProposalBasis | null;

  @Open()
  @Field(() => [ProposalReasonEnum], { description: 'Why.' })
  reasons!: ProposalReason[];

  @Open()
  @Field(() => [RiskAreaEnum], { description: 'Where the risk lies.' })
  riskAreas!: RiskArea[];

  @Open()
  @Field(() => ConcernStandEnum, {
    nullable: true,
    description: 'What the proposer states about a report of concern; none while it is blind.',
  })
  concernStand!: ConcernStand | null;

  @Open()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the report of concern was made; none while it is blind.',
  })
  concernReportedOn!: string | null;

  @Open()
  @Field({
    description: 'Whether the young person has a running case of the municipality already; never told of a blind one.',
  })
  alreadyInCase!: boolean;

  @Open()
  @Field(() => DateScalar, { nullable: true, description: 'When a declined proposal is destroyed.' })
  destroyOn!: string | null;

  @Consent('IDENTITY')
  @Field(() => String, { nullable: true, description: "The proposer's own words; none while it is blind." })
  words!: string | null;

  @Consent('IDENTITY')
  @Field(() => String, {
    nullable: true,
    description: 'The reference of the report of concern; none while it is blind.',
  })
  concernReference!: string | null;

  @Consent('IDENTITY')
  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declineReason!: string | null;
}

@Open()
@ObjectType('Namesake', {
  description:
    'Another case of the municipality about somebody of the same name, born on the same day, under another number or none: perhaps the same person. People look into it; the server joins nothing.',
  simpleResolvers: true,
})
export class NamesakeType {
  @Field(() => ID, {
    nullable: true,
    description: 'The other case; none where the viewer does not know it: then ask the other coordinators.',
  })
  caseId!: string | null;
}

@Open()
@ObjectType('ProposalEdge', { description: 'One proposal in a list.', simpleResolvers: true })
export class ProposalEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => ProposalType, { description: 'The proposal.' })
  node!: ProposalType;
}

@Open()
@ObjectType('ProposalConnection', { description: 'Proposals that the viewer is told of.', simpleResolvers: true })
export class ProposalConnectionType {
  @Field(() => [ProposalEdgeType], { description: 'This page.' })
  edges!: ProposalEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer is told of.' })
  totalCount!: number;
}
