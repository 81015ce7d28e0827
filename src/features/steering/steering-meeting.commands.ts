import { rewrite } from '../../access/command-piece.js';
import type { Steer, SteeringScope } from '../../access/steering-target.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireBegun, requireMeetingTime, requirePlanned } from '../../core/meeting.js';
import { nextVersion } from '../../core/plan.js';
import { attendanceOf, requireAboutNobody } from '../../core/steering.js';
import type { SealedWords } from '../../crypto/sealed-words.js';
import type {
  CancelSteeringMeetingInput,
  RecordSteeringMeetingInput,
  RescheduleSteeringMeetingInput,
  ScheduleSteeringMeetingInput,
} from './steering-meeting-input.type.js';
import { SteeringMeeting } from './steering-meeting.entity.js';

export type SteeringMeetingResult = { readonly meetingId: string };

export function scheduleSteeringMeeting(
  steer: Steer,
  input: ScheduleSteeringMeetingInput,
): Promise<SteeringMeetingResult> {
  const { requestId, startsAt, endsAt } = input;
  return steer({ operation: 'scheduleSteeringMeeting', requestId, input }, (scope) => {
    const { em, municipalityId, groupId, at: recordedAt } = scope;
    requireMeetingTime(recordedAt, startsAt, endsAt);
    const planned = { id: scope.newId(), status: 'PLANNED' as const, version: 1 };
    const notHeld = { attendedIds: null, absentIds: null, minutesSealed: null };
    em.persist(
      em.create(SteeringMeeting, { ...planned, ...notHeld, municipalityId, groupId, startsAt, endsAt, recordedAt }),
    );
    return { meetingId: planned.id };
  });
}

export function rescheduleSteeringMeeting(
  steer: Steer,
  input: RescheduleSteeringMeetingInput,
): Promise<SteeringMeetingResult> {
  const { requestId, startsAt, endsAt } = input;
  return steer({ operation: 'rescheduleSteeringMeeting', requestId, input }, async (scope) => {
    const { meeting, version } = await plannedMeeting(scope, input);
    requireMeetingTime(scope.at, startsAt, endsAt);
    rewrite(meeting, { startsAt, endsAt, version, recordedAt: scope.at });
    return { meetingId: meeting.id };
  });
}

export function cancelSteeringMeeting(steer: Steer, input: CancelSteeringMeetingInput): Promise<SteeringMeetingResult> {
  const { requestId } = input;
  return steer({ operation: 'cancelSteeringMeeting', requestId, input }, async (scope) => {
    const { meeting, version } = await plannedMeeting(scope, input);
    rewrite(meeting, { status: 'CANCELLED', version, recordedAt: scope.at });
    return { meetingId: meeting.id };
  });
}

export function recordSteeringMeeting(
  steer: Steer,
  input: RecordSteeringMeetingInput,
  words: SealedWords,
): Promise<SteeringMeetingResult> {
  const { requestId } = input;
  return steer({ operation: 'recordSteeringMeeting', requestId, input }, async (scope) => {
    const { meeting, version } = await plannedMeeting(scope, input);
    requireBegun(meeting.startsAt, scope.at);
    const attendance = attendanceOf(
      scope.members,
      meeting.startsAt,
      input.attended.map((id) => requireId<'RoleTerm'>(id)),
    );
    const { minutes } = input;
    const minutesSealed = minutes == null ? null : words.seal(meeting.id, requireAboutNobody(requireText(minutes)));
    rewrite(meeting, { status: 'HELD', version, ...attendance, minutesSealed, recordedAt: scope.at });
    return { meetingId: meeting.id };
  });
}

/**
 * A meeting that may still be changed, with its version after the change.
 *
 * @throws DomainError NOT_FOUND for an unknown one and one of another municipality, CONFLICT for another version than was
 * read, INVALID_STATE once it was held or cancelled.
 */
async function plannedMeeting(
  { em, groupId }: SteeringScope,
  { steeringMeetingId: id, expectedVersion }: { readonly steeringMeetingId: string; readonly expectedVersion: number },
): Promise<{ readonly meeting: SteeringMeeting; readonly version: number }> {
  const meeting = await em.findOne(SteeringMeeting, { groupId, id: requireId<string>(id) });
  if (meeting === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  const version = nextVersion(meeting.version, expectedVersion);
  requirePlanned(meeting.status);
  return { meeting, version };
}
