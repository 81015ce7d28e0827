import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { PageArgs } from '../../graphql/connection.js';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { ProposalConnectionType, ProposalType } from './proposal.type.js';
import { listProposals } from './proposal.queries.js';

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
    context.withheldReport.add(info, 'ProposalConnection', cases);
    return connection;
  }

  @Open()
  @FieldResolver(() => CaseType, { nullable: true, description: 'The case that it began; for the coordinator.' })
  case(@Root() proposal: Shown): Shown | null {
    return proposal.value('case') as Shown | null;
  }
}
