import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ReadScope } from '../../access/read-scope.js';
import { PageArgs, page } from '../../graphql/connection.js';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase, presentCase } from '../case/case.view.js';
import { acceptProposal, declineProposal, stateBasis } from './proposal-decision.commands.js';
import { AcceptProposalInput, DeclineProposalInput, ProposeInput, StateBasisInput } from './proposal-input.type.js';
import { propose } from './proposal.commands.js';
import { ProposalConnectionType, ProposalType } from './proposal.type.js';
import { caseOfProposal, proposals } from './proposal.view.js';

@Resolver(() => ProposalType)
export class ProposalResolver {
  @Query(() => ProposalConnectionType, {
    description: 'For the coordinator the proposals of the own cases; for whoever proposed the own ones. Newest first.',
  })
  async proposals(
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProposalConnectionType> {
    const scope = scopeOf(context);
    const told = await proposals(scope);
    const order = { key: ({ proposedAt, id }: ProposalType) => `${String(proposedAt)} ${id}`, descending: true };
    const place = { codec: context.cursors, context: `${scope.viewer.id} proposals` };
    const connection = page<ProposalType>(
      told.map(({ node }) => node),
      args,
      order,
      place,
    );
    const shown = new Set(connection.edges.map(({ node }) => node.id));
    const views = told.flatMap(({ node, view }) => (view !== null && shown.has(node.id) ? [view] : []));
    for (const { id } of views) scope.recorder.touch(id);
    context.answered.add(info, 'ProposalConnection', views);
    return connection;
  }

  @Open()
  @FieldResolver(() => CaseType, { nullable: true, description: 'The case that it began; for the coordinator.' })
  async case(@Root() proposal: ProposalType, @Ctx() context: RequestContext): Promise<CaseType | null> {
    const view = await caseOfProposal(scopeOf(context), proposal);
    return view === null ? null : presentCase(view);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'Proposes a young person for the group; by any professional of the municipality.',
  })
  async propose(
    @Arg('input', () => ProposeInput) input: ProposeInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalType | null> {
    const { result, scope } = await change(context, (run) => propose(run, input));
    return own(scope, result.proposalId);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'States what lets the coordinator know whom a blind proposal is about; by whoever proposed.',
  })
  async stateBasis(
    @Arg('input', () => StateBasisInput) input: StateBasisInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalType | null> {
    const { result, scope } = await change(context, (run) => stateBasis(run, input));
    return own(scope, result.proposalId);
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Takes a proposed case on; by the coordinator.' })
  async acceptProposal(
    @Arg('input', () => AcceptProposalInput) input: AcceptProposalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
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
  ): Promise<CaseType> {
    const { result, scope } = await change(context, (run) => declineProposal(run, input));
    return caseAfter(context, info, scope, result.caseId);
  }
}

async function own(scope: ReadScope, proposalId: string): Promise<ProposalType | null> {
  const told = (await proposals(scope)).find(({ node }) => node.id === proposalId);
  if (told?.view != null) scope.recorder.touch(told.view.id);
  return told?.node ?? null;
}

async function caseAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  scope: ReadScope,
  caseId: string,
): Promise<CaseType> {
  const view = await findCase(scope, caseId);
  context.answered.add(info, 'Case', [view]);
  return presentCase(view);
}
