import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AccessEndedType, ResyncRequiredType, StreamStartedType } from '../../graphql/stream.type.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { NotificationType } from './notification.type.js';

@Open()
@ObjectType('NotificationsChanged', {
  description:
    "Something new is in the viewer's inbox, or other things of a case are open than before, and so another inbox is shown.",
  simpleResolvers: true,
})
export class NotificationsChangedType {
  @Field(() => CursorScalar, { description: 'Resumes the stream behind this frame.' })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'The instant of this view.' })
  at!: number;

  @Field(() => ViewerType, { description: 'The viewer, with the inbox as it is now.' })
  viewer!: ViewerType;

  @Field(() => [NotificationType], {
    description: 'What is new, newest first, among the 200 of the inbox; none when only what is open changed.',
  })
  newNotifications!: readonly NotificationType[];
}

export const NotificationsChangeUnion = createUnionType({
  name: 'NotificationsChange',
  description: 'What a stream about notifications tells.',
  types: () => [NotificationsChangedType, AccessEndedType, ResyncRequiredType, StreamStartedType] as const,
});
