import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '../../changes/frame.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { streamOf, told } from '../../graphql/stream.js';
import { StreamArgs } from '../../graphql/stream.type.js';
import { CaseChangeUnion } from './case-changed.type.js';
import { CASE_CHANGES, CASE_CHANGES_NEED } from './case-changed.queries.js';

@Resolver()
export class CaseChangedResolver {
  @Loads(...CASE_CHANGES_NEED)
  @Subscription(() => CaseChangeUnion, {
    subscribe: streamOf(CASE_CHANGES) as never,
    description: 'Changes of cases, each as the viewer may see it at that moment.',
  })
  caseChanged(
    @Root() frame: Frame,
    @Args() _args: StreamArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Frame['value'] {
    return told(frame, context, info);
  }
}
