import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { NotificationConnectionType } from './notification.type.js';
import { inbox } from './notification.queries.js';

@Resolver(() => ViewerType)
export class NotificationResolver {
  @Open()
  @FieldResolver(() => NotificationConnectionType, {
    description: 'What changed that the viewer may see, newest first.',
  })
  notifications(@Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Shown> {
    return inbox(scopeOf(context), context.cursors, args);
  }
}
