import { disclosing, presenceOf } from '../../access/disclosure.js';
import type { Topic } from '../../events/topic.js';
import { meetings } from './meeting.view.js';

/** Changes of meetings, one frame for each meeting. */
export const MEETING_CHANGES: Topic = {
  typename: 'MeetingChanged',
  subject: { category: 'MEETING', kind: 'MEETING' },
  kinds: new Set(['MEETING_CHANGED']),
  shows: (kind) => ['MEETING_PLACE', 'INVITATION', 'AGENDA_ITEM', 'MEETING_DECISION', 'MINUTES'].includes(kind),
  extent: (_viewer, _facts, decision) => String(decision.rule('meetingPlace').open),
  async frames(scope, caseId, ids) {
    const asked = ids ?? (await meetings(scope, caseId)).map(({ id }) => id);
    return asked.map((id) => [id]);
  },
  async tell(scope, caseId, ids) {
    const meeting = (await meetings(scope, caseId)).find(({ id }) => ids.includes(id));
    return meeting === undefined ? null : disclosing({ meeting }, [], { meeting: presenceOf([meeting]) });
  },
};
