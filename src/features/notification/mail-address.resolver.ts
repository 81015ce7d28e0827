import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { changeOwn, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { viewerOf } from '../viewer/viewer.view.js';
import { confirmNotificationEmail, setNotificationEmail } from './mail-address.commands.js';
import {
  ConfirmNotificationEmailInput,
  NotificationEmailType,
  SetNotificationEmailInput,
} from './mail-address.type.js';
import { ownAddress } from './mail-address.view.js';

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

  @Mutation(() => ViewerType, {
    nullable: true,
    description:
      "Sets the viewer's own e-mail address and sends a code there, which `confirmNotificationEmail` takes; null takes it back. Mails have no content, and come at most every fifteen minutes.",
  })
  async setNotificationEmail(
    @Arg('input', () => SetNotificationEmailInput) input: SetNotificationEmailInput,
    @Ctx() context: RequestContext,
  ): Promise<Shown> {
    const { addresses } = context;
    const { scope } = await changeOwn(context, (own, { subjectId, tokenFor }) =>
      setNotificationEmail(own, input, { subjectId, addresses, tokenFor }),
    );
    return viewerOf(scope);
  }

  @Mutation(() => ViewerType, {
    nullable: true,
    description: 'Confirms the address by the code that was sent there.',
  })
  async confirmNotificationEmail(
    @Arg('input', () => ConfirmNotificationEmailInput) input: ConfirmNotificationEmailInput,
    @Ctx() context: RequestContext,
  ): Promise<Shown> {
    const { addresses } = context;
    const { scope } = await changeOwn(context, (own, { subjectId }) =>
      confirmNotificationEmail(own, input, { subjectId, addresses }),
    );
    return viewerOf(scope);
  }
}
