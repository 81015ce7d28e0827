import type { CommandScope } from '../../access/command-scope.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { MEETING_AS_IT_STANDS } from './lost-race.js';
import { CancelMeetingInput, RescheduleMeetingInput, ScheduleMeetingInput } from './meeting-input.type.js';
import { changePlace } from './meeting-place.js';
import { INVITATION, MEETING } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meetingById } from './meeting.queries.js';
import { addMeeting, plannedMeeting, requireKind, requireTime } from './planned-meeting.js';
import type { StoredMeeting } from './planned-meeting.js';

export const ScheduleMeeting = caseMutation({
  name: 'scheduleMeeting',
  description: 'Schedules a meeting; for the coordinator.',
  input: ScheduleMeetingInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ caseId }) => caseId,
  async work(scope, { kind, startsAt, endsAt, place }) {
    const meetingKind = kind as MeetingKind;
    requireTime(scope, startsAt, endsAt);
    requireKind(scope, meetingKind, await scope.pieces.all(MEETING));
    const meetingId = await addMeeting(scope, { meetingKind, startsAt, endsAt, place });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
    return { caseId: scope.caseId, meetingId };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
});

export const RescheduleMeeting = caseMutation({
  name: 'rescheduleMeeting',
  description:
    'Moves a planned meeting to another time; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`.',
  input: RescheduleMeetingInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ meetingId }) => meetingId,
  async work(scope, { meetingId: id, expectedVersion, startsAt, endsAt, place }) {
    const { pieces, caseId, at: recordedAt } = scope;
    const meeting = await plannedMeeting(scope, id, expectedVersion);
    requireTime(scope, startsAt, endsAt);
    const isMoved = startsAt !== meeting.startsAt || endsAt !== meeting.endsAt;
    if (isMoved) {
      await askAnew(scope, meeting);
      await pieces.change(MEETING, meeting, { startsAt, endsAt }, { recordedAt });
    }
    const places = place === undefined ? [] : await changePlace(scope, meeting.id, place, isMoved ? 0 : scope.number);
    scope.changed({ kind: 'MEETING_CHANGED', ids: isMoved ? [meeting.id, ...places] : places });
    return { caseId, meetingId: meeting.id };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
  conflict: MEETING_AS_IT_STANDS,
});

export const CancelMeeting = caseMutation({
  name: 'cancelMeeting',
  description:
    'Cancels a planned meeting; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`.',
  input: CancelMeetingInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ meetingId }) => meetingId,
  async work(scope, input) {
    const { pieces, caseId } = scope;
    const meeting = await plannedMeeting(scope, input.meetingId, input.expectedVersion);
    await pieces.change(MEETING, meeting, { status: 'CANCELLED' });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meeting.id] });
    return { caseId, meetingId: meeting.id };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
  conflict: MEETING_AS_IT_STANDS,
});

/** An answer was to the time that it was given for. */
async function askAnew({ pieces }: CommandScope, { id: parentId }: StoredMeeting): Promise<void> {
  const answered = (await pieces.all(INVITATION, { parentId })).filter(({ answer }) => answer !== 'NONE');
  for (const invitation of answered) await pieces.change(INVITATION, invitation, { answer: 'NONE' });
}
