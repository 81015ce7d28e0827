import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '../../changes/frame.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { streamOf, told } from '../../graphql/stream.js';
import { StreamArgs } from '../../graphql/stream.type.js';
import { ConsentChangeUnion } from './consent-changed.type.js';
import { CONSENT_CHANGES, CONSENT_CHANGES_NEED } from './consent-changed.queries.js';

@Resolver()
export class ConsentChangedResolver {
  @Loads(...CONSENT_CHANGES_NEED)
  @Subscription(() => ConsentChangeUnion, {
    subscribe: streamOf(CONSENT_CHANGES) as never,
    description: 'Changes of what is shared, for signers and coordinator; to others FORBIDDEN.',
  })
  consentChanged(
    @Root() frame: Frame,
    @Args() _args: StreamArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Frame['value'] {
    return told(frame, context, info);
  }
}
