import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

@Open()
@ObjectType('CalendarFeed', {
  description: 'A calendar of meetings to subscribe to, without names, places or what they are about.',
  simpleResolvers: true,
})
export class CalendarFeedType {
  @Field({
    description: 'Its path on this server. It is a secret, told only here: whoever knows it reads the calendar.',
  })
  path!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends, if it is not revoked before.' })
  expiresAt!: number;
}

@InputType('CalendarFeedInput', { description: "The viewer's own feed, in the capacity of the token." })
export class CalendarFeedInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;
}
