import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '../../changes/frame.js';
import type { RequestContext } from '../../graphql/context.js';
import { streamOf, told } from '../../graphql/stream.js';
import { StreamArgs } from '../../graphql/stream.type.js';
import { CaseChangeUnion } from './case-changed.type.js';
import { CASE_CHANGES } from './case-changed.view.js';

@Resolver()
export class CaseChangedResolver {
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
