import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { PageArgs, PageInfoType } from '../../graphql/connection.js';
import { MeetingKindEnum, MeetingStatusEnum } from '../../graphql/enums.js';
import { Loads, Open, Piece, Rule } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AGENDA_ITEM, MEETING_PLACE } from './meeting.piece.js';

@Piece()
@ObjectType('Meeting', {
  implements: NodeType,
  description: 'A meeting (SIG-träff) of the group round the case.',
  simpleResolvers: true,
})
export class MeetingType {
  id!: string;

  @Field(() => ID, { description: 'The case that it belongs to, for `case(id:)`.' })
  caseId!: string;

  @Field(() => MeetingKindEnum, { description: 'What kind of meeting.' })
  kind!: string;

  @Field(() => MeetingStatusEnum, { description: 'Planned, held or cancelled.' })
  status!: string;

  @Loads(MEETING_PLACE, AGENDA_ITEM)
  @Field(() => Int, {
    description:
      'Counts up with every change of the meeting, its place or its agenda that the viewer may see; what changes rests on is the version that its sender sees.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it starts.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: number;

  @Rule('meetingPlace')
  @Loads(MEETING_PLACE)
  @Field(() => String, { nullable: true, description: 'Where; withheld under protected identity.' })
  place!: string | null;
}

@Open()
@ObjectType('MeetingEdge', { description: 'One meeting in a list.', simpleResolvers: true })
export class MeetingEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => MeetingType, { description: 'The meeting.' })
  node!: MeetingType;
}

@Open()
@ObjectType('MeetingConnection', {
  description: 'Meetings that the viewer may see, in time order.',
  simpleResolvers: true,
})
export class MeetingConnectionType {
  @Field(() => [MeetingEdgeType], { description: 'This page.' })
  edges!: MeetingEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer may see.' })
  totalCount!: number;
}

@ArgsType()
export class MeetingsArgs extends PageArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only meetings that start then or later.' })
  from?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only meetings that start before then.' })
  to?: number | null;
}
