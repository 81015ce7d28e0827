import type { Topic } from '../../changes/topic.js';
import { needing } from '../../graphql/operation-plan.js';
import { MEETING } from './meeting.piece.js';
import { meeting } from './meeting.view.js';

/** Changes of meetings, one frame for each meeting. */
export const MEETING_CHANGES: Topic = {
  typename: 'MeetingChanged',
  subject: { category: 'MEETING', kind: 'MEETING' },
  kinds: new Set(['MEETING_CHANGED']),
  needs: needing(MEETING),
  shows: (kind) => ['MEETING_PLACE', 'INVITATION', 'AGENDA_ITEM', 'MEETING_DECISION', 'MINUTES'].includes(kind),
  extent: (_viewer, _facts, decision) => String(decision.rule('meetingPlace').open),
  frames: (loaded, ids) => (ids ?? loaded.open(MEETING).map(({ id }) => id)).map((id) => [id]),
  tell(loaded, ids) {
    const piece = loaded.open(MEETING).find(({ id }) => ids.includes(id));
    return piece === undefined ? null : { values: { meeting: meeting(loaded, piece) } };
  },
};
