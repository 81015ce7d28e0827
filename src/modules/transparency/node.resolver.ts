import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { NodeType } from '../../graphql/node.type.js';
import { findNode } from './node.view.js';

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id. Unknown and not yours give the same answer: `null` and NOT_FOUND.',
  })
  async node(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeType> {
    const { node, typename, view } = await findNode(scopeOf(context), id);
    if (view !== null) context.answered.add(info, typename, [view]);
    return node;
  }
}
