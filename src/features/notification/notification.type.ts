import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfoType } from '../../graphql/connection.js';
import { NoticeKindEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';

@Open()
@ObjectType('Notification', {
  description: 'That something changed which the viewer may see now. It has no content: ask for what it leads to.',
  simpleResolvers: true,
})
export class NotificationType {
  @Field(() => ID, { description: 'Identifier; the same as in the outgoing message.' })
  id!: string;

  @Field(() => NoticeKindEnum, { description: 'What it is about.' })
  kind!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The case, for `case(id:)`; none for an ASSIGNMENT, which `viewer.assignmentRequests` tells of.',
  })
  caseId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it changed.' })
  at!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the viewer marked it as read.' })
  readAt!: number | null;
}

@Open()
@ObjectType('NotificationEdge', { description: 'One notification in a list.', simpleResolvers: true })
export class NotificationEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => NotificationType, { description: 'The notification.' })
  node!: NotificationType;
}

@Open()
@ObjectType('NotificationConnection', {
  description: "The viewer's inbox, newest first: at most 200, and only what the viewer may see now.",
  simpleResolvers: true,
})
export class NotificationConnectionType {
  @Field(() => [NotificationEdgeType], { description: 'This page.' })
  edges!: NotificationEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer may see.' })
  totalCount!: number;

  @Field(() => Int, { description: 'How many of them are not marked as read.' })
  unreadCount!: number;
}

@InputType('MarkNotificationsReadInput', {
  description: 'Marks as read; what is marked already, or is not yours, stays as it is.',
})
export class MarkNotificationsReadInput {
  @Field(() => ID, { description: 'Chosen by the client; marking again changes nothing, whatever it is.' })
  requestId!: string;

  @Field(() => [ID], { description: 'The notifications, at most 200.' })
  ids!: string[];
}
