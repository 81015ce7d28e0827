import { rewrite } from '../../access/command-piece.js';
import type { ReadScope } from '../../access/read-scope.js';
import { STEERING_GROUP } from '../../access/steering-target.js';
import type { SteeringScope } from '../../access/steering-target.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireBegun, requireMeetingTime, requirePlanned } from '../../core/meeting.js';
import { nextVersion } from '../../core/expected-version.js';
import { attendanceOf, requireAboutNobody } from '../../core/steering.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import {
  CancelSteeringMeetingInput,
  RecordSteeringMeetingInput,
  RescheduleSteeringMeetingInput,
  ScheduleSteeringMeetingInput,
} from './steering-meeting-input.type.js';
import { SteeringMeeting } from './steering-meeting.entity.js';
import { SteeringMeetingType } from './steering-meeting.type.js';
import { steeringMeeting } from './steering-meeting.queries.js';

export const ScheduleSteeringMeeting = officeMutation({
  name: 'scheduleSteeringMeeting',
  description: 'Plans a meeting of the steering group; for the coordinator. It is about no single case.',
  input: ScheduleSteeringMeetingInput,
  type: SteeringMeetingType,
  act: 'STEERING_MEETING',
  target: STEERING_GROUP,
  work(scope, { startsAt, endsAt }) {
    const { em, municipalityId, groupId, at: recordedAt } = scope;
    requireMeetingTime(recordedAt, startsAt, endsAt);
    const planned = { id: scope.newId(), status: 'PLANNED' as const, version: 1 };
    const notHeld = { attendedIds: null, absentIds: null, minutesSealed: null };
    em.persist(
      em.create(SteeringMeeting, { ...planned, ...notHeld, municipalityId, groupId, startsAt, endsAt, recordedAt }),
    );
    return { meetingId: planned.id };
  },
  read: (scope, { meetingId }) => steeringMeeting(scope, meetingId),
});

export const RescheduleSteeringMeeting = officeMutation({
  name: 'rescheduleSteeringMeeting',
  description:
    'Moves a planned meeting of the steering group; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`.',
  input: RescheduleSteeringMeetingInput,
  type: SteeringMeetingType,
  act: 'STEERING_MEETING',
  target: STEERING_GROUP,
  async work(scope, input) {
    const { startsAt, endsAt } = input;
    const { meeting, version } = await plannedMeeting(scope, input);
    requireMeetingTime(scope.at, startsAt, endsAt);
    rewrite(meeting, { startsAt, endsAt, version, recordedAt: scope.at });
    return { meetingId: meeting.id };
  },
  read: (scope, { meetingId }) => steeringMeeting(scope, meetingId),
  current: asItStands,
});

export const CancelSteeringMeeting = officeMutation({
  name: 'cancelSteeringMeeting',
  description: 'Cancels a planned meeting of the steering group; for the coordinator.',
  input: CancelSteeringMeetingInput,
  type: SteeringMeetingType,
  act: 'STEERING_MEETING',
  target: STEERING_GROUP,
  async work(scope, input) {
    const { meeting, version } = await plannedMeeting(scope, input);
    rewrite(meeting, { status: 'CANCELLED', version, recordedAt: scope.at });
    return { meetingId: meeting.id };
  },
  read: (scope, { meetingId }) => steeringMeeting(scope, meetingId),
  current: asItStands,
});

export const RecordSteeringMeeting = officeMutation({
  name: 'recordSteeringMeeting',
  description:
    'Records that a meeting of the steering group was held, who came, and the minutes; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`.',
  input: RecordSteeringMeetingInput,
  type: SteeringMeetingType,
  act: 'STEERING_MEETING',
  target: STEERING_GROUP,
  async work(scope, input, { steeringMinutes }) {
    const { meeting, version } = await plannedMeeting(scope, input);
    requireBegun(meeting.startsAt, scope.at);
    const attended = input.attended.map((id) => requireId<'RoleTerm'>(id));
    const attendance = attendanceOf(scope.members, meeting.startsAt, attended);
    const { minutes } = input;
    const minutesSealed =
      minutes == null ? null : steeringMinutes.seal(meeting.id, requireAboutNobody(requireText(minutes)));
    rewrite(meeting, { status: 'HELD', version, ...attendance, minutesSealed, recordedAt: scope.at });
    return { meetingId: meeting.id };
  },
  read: (scope, { meetingId }) => steeringMeeting(scope, meetingId),
  current: asItStands,
});

/**
 * A meeting that may still be changed, with its version after the change.
 *
 * @throws DomainError NOT_FOUND for an unknown one and one of another municipality, CONFLICT for another version than
 * was read, INVALID_STATE once it was held or cancelled.
 */
async function plannedMeeting(
  { em, groupId }: SteeringScope,
  { steeringMeetingId: id, expectedVersion }: CancelSteeringMeetingInput,
): Promise<{ readonly meeting: SteeringMeeting; readonly version: number }> {
  const meeting = await em.findOne(SteeringMeeting, { groupId, id: requireId<string>(id) });
  if (meeting === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  const version = nextVersion(meeting.version, expectedVersion);
  requirePlanned(meeting.status);
  return { meeting, version };
}

/** What whoever lost a race is told. Times as the schema tells them: what is carried by an error passes no scalar. */
async function asItStands(
  scope: ReadScope,
  { steeringMeetingId }: Pick<CancelSteeringMeetingInput, 'steeringMeetingId'>,
): Promise<Readonly<Record<string, unknown>> | null> {
  const meeting = await steeringMeeting(scope, steeringMeetingId);
  if (meeting === null) return null;
  const { id, version, status } = meeting;
  const [startsAt, endsAt] = [meeting.startsAt, meeting.endsAt].map((time) => DateTimeScalar.serialize(time));
  return { id, version, status, startsAt, endsAt };
}
