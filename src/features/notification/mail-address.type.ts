import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@Open()
@ObjectType('NotificationEmail', {
  description: 'Where the viewer is told by e-mail that there is something new, without content.',
  simpleResolvers: true,
})
export class NotificationEmailType {
  @Field({ description: 'The address; shown to its owner and to nobody else.' })
  address!: string;

  @Field({ description: 'Whether the code that was sent there has come back; until then nothing else is sent.' })
  confirmed!: boolean;
}

@InputType('SetNotificationEmailInput', { description: "The viewer's own address, in the capacity of the token." })
export class SetNotificationEmailInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The address; null takes the present one back. Letters of any language are taken: after the @ everywhere (asa@björn.example), before it where the mail servers on the way know SMTPUTF8 (åsa@example.se).',
  })
  address?: string | null;
}

@InputType('ConfirmNotificationEmailInput', { description: 'The code that was sent to the address.' })
export class ConfirmNotificationEmailInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field({ description: 'Six digits, within 30 minutes; after five wrong ones a new code is needed.' })
  code!: string;
}
