import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '../../changes/frame.js';
import type { RequestContext } from '../../graphql/context.js';
import { streamOf, told } from '../../graphql/stream.js';
import { StreamArgs } from '../../graphql/stream.type.js';
import { NotificationsChangeUnion } from './notifications-changed.type.js';
import { NOTIFICATION_CHANGES } from './notifications-changed.queries.js';

@Resolver()
export class NotificationsChangedResolver {
  @Subscription(() => NotificationsChangeUnion, {
    subscribe: streamOf(NOTIFICATION_CHANGES) as never,
    description: 'What comes into the inbox of the viewer, without content; marking as read is not told.',
  })
  notificationsChanged(
    @Root() frame: Frame,
    @Args() _args: StreamArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Frame['value'] {
    return told(frame, context, info);
  }
}
