import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { findNode, NODES_NEED } from './node.queries.js';
import type { Node } from './node.queries.js';

@Resolver()
export class NodeResolver {
  @Loads(...NODES_NEED)
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id. Unknown and not yours give the same answer: `null` and NOT_FOUND.',
  })
  async node(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node> {
    const { node, typename, of } = await findNode(scopeOf(context), needsOf(context), id);
    if (of !== null) context.withheldReport.add(info, typename, [of]);
    return node;
  }
}
