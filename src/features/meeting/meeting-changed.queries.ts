import type { Topic } from '../../changes/topic.js';
import { needing } from '../../graphql/operation-plan.js';
import { MEETING_PARTS, partsOfMeetings } from './meeting-part.js';
import { MEETING } from './meeting.piece.js';
import { meeting } from './meeting.queries.js';

/** What a frame rests on, whatever is asked of it; loaded with what is asked, in one flight. */
export const MEETING_CHANGES_NEED = [MEETING, ...MEETING_PARTS];

/** Changes of meetings, one frame for each meeting. */
export const MEETING_CHANGES: Topic = {
  typename: 'MeetingChanged',
  subject: { category: 'MEETING', kind: 'MEETING' },
  kinds: new Set(['MEETING_CHANGED']),
  needs: needing(...MEETING_CHANGES_NEED),
  includesKind: (kind) => ['MEETING_PLACE', 'INVITATION', 'AGENDA_ITEM', 'MEETING_DECISION', 'MINUTES'].includes(kind),
  fingerprint: (_viewer, _facts, decision) => String(decision.rule('meetingPlace').open),
  partition(loaded, ids) {
    const meetings = new Set(loaded.open(MEETING).map(({ id }) => id));
    const changed = new Set(ids?.map((id) => partsOfMeetings(loaded).get(id) ?? id) ?? meetings);
    return [...changed].filter((id) => meetings.has(id)).map((id) => [id]);
  },
  buildPayload(loaded, ids) {
    const changed = new Set(ids.map((id) => partsOfMeetings(loaded).get(id) ?? id));
    const piece = loaded.open(MEETING).find(({ id }) => changed.has(id));
    return piece === undefined ? null : { values: { meeting: meeting(loaded, piece) } };
  },
};
