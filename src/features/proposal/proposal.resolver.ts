import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { PageArgs } from '../../graphql/connection.js';
import { change, needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { getCase, presentCase } from '../case/case.view.js';
import { acceptProposal, declineProposal, stateBasis } from './proposal-decision.commands.js';
import { AcceptProposalInput, DeclineProposalInput, ProposeInput, StateBasisInput } from './proposal-input.type.js';
import { propose } from './proposal.commands.js';
import { ProposalConnectionType, ProposalType } from './proposal.type.js';
import { listProposals, proposalById } from './proposal.view.js';

@Resolver(() => ProposalType)
export class ProposalResolver {
  @Query(() => ProposalConnectionType, {
    description: 'For the coordinator the proposals of the own cases; for whoever proposed the own ones. Newest first.',
  })
  async proposals(
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { connection, cases } = await listProposals(scopeOf(context), needsOf(context), args, context.cursors);
    context.answered.add(info, 'ProposalConnection', cases);
    return connection;
  }

  @Open()
  @FieldResolver(() => CaseType, { nullable: true, description: 'The case that it began; for the coordinator.' })
  case(@Root() proposal: Shown): Shown | null {
    return proposal.value('case') as Shown | null;
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'Proposes a young person for the group; by any professional of the municipality.',
  })
  async propose(
    @Arg('input', () => ProposeInput) input: ProposeInput,
    @Ctx() context: RequestContext,
  ): Promise<Shown | null> {
    const { result, scope } = await change(context, (run) => propose(run, input));
    return proposalById(scope, needsOf(context), result.proposalId);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'States what lets the coordinator know whom a blind proposal is about; by whoever proposed.',
  })
  async stateBasis(
    @Arg('input', () => StateBasisInput) input: StateBasisInput,
    @Ctx() context: RequestContext,
  ): Promise<Shown | null> {
    const { result, scope } = await change(context, (run) => stateBasis(run, input));
    return proposalById(scope, needsOf(context), result.proposalId);
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Takes a proposed case on; by the coordinator.' })
  async acceptProposal(
    @Arg('input', () => AcceptProposalInput) input: AcceptProposalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { result, scope } = await change(context, (run) => acceptProposal(run, input));
    return caseAfter(context, info, scope, result.caseId);
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description:
      'Declines a proposal, which is then destroyed when the municipality’s time is over; by the coordinator.',
  })
  async declineProposal(
    @Arg('input', () => DeclineProposalInput) input: DeclineProposalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { result, scope } = await change(context, (run) => declineProposal(run, input));
    return caseAfter(context, info, scope, result.caseId);
  }
}

async function caseAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  scope: ReadScope,
  caseId: string,
): Promise<Shown> {
  const loaded = await getCase(scope, caseId, needsOf(context));
  context.answered.add(info, 'Case', [loaded]);
  return presentCase(loaded);
}
