import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfoType } from '../../graphql/connection.js';
import { MeetingStatusEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { ProfessionalType } from '../agency/agency.type.js';

@Open()
@ObjectType('SteeringAttendance', {
  description: 'Whether a member of the steering group came.',
  simpleResolvers: true,
})
export class SteeringAttendanceType {
  @Field(() => ProfessionalType, { nullable: true, description: 'The member.' })
  professional!: ProfessionalType | null;

  @Field({ description: 'Whether they came.' })
  attended!: boolean;
}

@Open()
@ObjectType('SteeringMeeting', {
  description: 'A meeting of the steering group (styrgruppsmöte). It is about no single case.',
  simpleResolvers: true,
})
export class SteeringMeetingType {
  /** When it was last changed; no field. */
  recordedAt!: number;

  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it starts.' })
  startsAt!: number;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: number;

  @Field(() => MeetingStatusEnum, { description: 'Planned, held or cancelled.' })
  status!: string;

  @Field(() => Int, { description: 'Counts up with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => [SteeringAttendanceType], {
    description: 'Everybody who was a member when it began, by name; none until it was held.',
  })
  attendance!: SteeringAttendanceType[];
}

@Open()
@ObjectType('SteeringMeetingEdge', { description: 'One meeting in a list.', simpleResolvers: true })
export class SteeringMeetingEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => SteeringMeetingType, { description: 'The meeting.' })
  node!: SteeringMeetingType;
}

@Open()
@ObjectType('SteeringMeetingConnection', {
  description: "The steering group's meetings, the latest first.",
  simpleResolvers: true,
})
export class SteeringMeetingConnectionType {
  @Field(() => [SteeringMeetingEdgeType], { description: 'This page.' })
  edges!: SteeringMeetingEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are.' })
  totalCount!: number;
}

@Open()
@ObjectType('SteeringTerm', {
  description: 'How often the steering group is to meet in a term (termin), and how far it has come.',
  simpleResolvers: true,
})
export class SteeringTermType {
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last day, included.' })
  through!: string;

  @Field(() => Int, { description: 'So many meetings, by the local rules.' })
  required!: number;

  @Field(() => Int, { description: 'So many were held.' })
  held!: number;

  @Field(() => Int, { description: 'So many are planned.' })
  planned!: number;

  @Field(() => [DateScalar], {
    description: 'By which day each meeting is due that is neither held nor planned: what to plan next.',
  })
  dueThrough!: readonly string[];

  @Field({ description: 'Whether the day has passed by which the next one was to be held.' })
  overdue!: boolean;
}
