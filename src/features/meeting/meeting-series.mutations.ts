import { seriesStarts } from '../../core/cadence.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { ScheduleMeetingSeriesInput } from './meeting-series-input.type.js';
import { MEETING } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meeting } from './meeting.queries.js';
import { addMeeting, requireKind, requireTime } from './planned-meeting.js';

/** The meetings of a series are nothing more than meetings: each is moved, cancelled and held by itself. */
export const ScheduleMeetingSeries = caseMutation({
  name: 'scheduleMeetingSeries',
  description: 'Schedules a series of follow-up meetings by the cadence of the local rules; for the coordinator.',
  input: ScheduleMeetingSeriesInput,
  type: [MeetingType],
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ caseId }) => caseId,
  async work(scope, { startsAt: first, endsAt: firstEnd, count, everyDays = null, place }) {
    const { caseId, facts, at } = scope;
    const meetingKind = 'FOLLOW_UP';
    requireKind(scope, meetingKind, []);
    const meetingIds: string[] = [];
    for (const startsAt of seriesStarts(facts, { first, count, everyDays }, at)) {
      const endsAt = startsAt + firstEnd - first;
      requireTime(scope, startsAt, endsAt);
      meetingIds.push(await addMeeting(scope, { meetingKind, startsAt, endsAt, place }));
    }
    scope.changed({ kind: 'MEETING_CHANGED', ids: meetingIds });
    return { caseId, meetingIds };
  },
  answer: (loaded, { meetingIds }) =>
    loaded
      .open(MEETING)
      .filter(({ id }) => meetingIds.includes(id))
      .toSorted((one, other) => one.startsAt - other.startsAt)
      .map((piece) => meeting(loaded, piece)),
});
