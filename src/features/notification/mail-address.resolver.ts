import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { NotificationEmailType } from './mail-address.type.js';
import { ownAddress } from './mail-address.queries.js';

@Resolver(() => ViewerType)
export class MailAddressResolver {
  @Open()
  @FieldResolver(() => NotificationEmailType, {
    nullable: true,
    description: 'Where the viewer is told by e-mail that there is something new; none if nowhere.',
  })
  notificationEmail(@Ctx() context: RequestContext): Promise<NotificationEmailType | null> {
    return ownAddress(scopeOf(context), context.addresses);
  }
}
