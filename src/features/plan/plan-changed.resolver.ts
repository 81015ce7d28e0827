import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '../../changes/frame.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { streamOf, told } from '../../graphql/stream.js';
import { StreamArgs } from '../../graphql/stream.type.js';
import { PlanChangeUnion } from './plan-changed.type.js';
import { PLAN_CHANGES, PLAN_CHANGES_NEED } from './plan-changed.queries.js';

@Resolver()
export class PlanChangedResolver {
  @Loads(...PLAN_CHANGES_NEED)
  @Subscription(() => PlanChangeUnion, {
    subscribe: streamOf(PLAN_CHANGES) as never,
    description: 'Changes of plans, each as the viewer may see it at that moment.',
  })
  planChanged(
    @Root() frame: Frame,
    @Args() _args: StreamArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Frame['value'] {
    return told(frame, context, info);
  }
}
