import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { PageArgs } from '../../graphql/connection.js';
import { changeOwn, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { viewerOf } from '../viewer/viewer.view.js';
import { markNotificationsRead } from './notification.commands.js';
import { MarkNotificationsReadInput, NotificationConnectionType } from './notification.type.js';
import { inbox } from './notification.view.js';

@Resolver(() => ViewerType)
export class NotificationResolver {
  @Open()
  @FieldResolver(() => NotificationConnectionType, {
    description: 'What changed that the viewer may see, newest first.',
  })
  notifications(@Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Shown> {
    return inbox(scopeOf(context), context.cursors, args);
  }

  @Mutation(() => ViewerType, { nullable: true, description: "Marks the viewer's own notifications as read." })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput) input: MarkNotificationsReadInput,
    @Ctx() context: RequestContext,
  ): Promise<Shown> {
    const { scope } = await changeOwn(context, (own) => markNotificationsRead(own, input));
    return viewerOf(scope);
  }
}
