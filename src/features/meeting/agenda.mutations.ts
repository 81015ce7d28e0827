import { newPiece, requireSubjects } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { AgencyId } from '../../core/ids.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { SetAgendaInput } from './agenda-input.type.js';
import { MEETING_AS_IT_STANDS } from './lost-race.js';
import { AGENDA_ITEM, MEETING } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meetingById } from './meeting.view.js';
import { plannedMeeting } from './planned-meeting.js';

const MOST = 50;
const LONGEST_TITLE = 500;

/** The agenda is one whole: what is left out is taken away. */
export const SetAgenda = caseMutation({
  name: 'setAgenda',
  description:
    'Sets the whole agenda of a planned meeting; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`.',
  input: SetAgendaInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ meetingId }) => meetingId,
  async work(scope, input) {
    const { pieces, caseId } = scope;
    const { items } = input;
    const meeting = await plannedMeeting(scope, input.meetingId, input.expectedVersion);
    if (items.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    const wanted = items.map(({ category, title, sourceId, subjectIds }, index) => {
      const piece = newPiece(scope, meeting.holderId, category, requireSubjects(scope, subjectIds));
      const text = requireText(title, LONGEST_TITLE);
      const values = { position: index + 1, title: text, sourceId: requireSource(scope, sourceId ?? null) };
      return { piece: { ...piece, parentId: meeting.id }, values };
    });
    await pieces.remove(AGENDA_ITEM, { parentId: meeting.id });
    await pieces.change(MEETING, meeting, {});
    for (const { piece, values } of wanted) await pieces.add(AGENDA_ITEM, piece, values);
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meeting.id] });
    return { caseId, meetingId: meeting.id };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
  conflict: MEETING_AS_IT_STANDS,
});

/** @throws DomainError BAD_USER_INPUT for an agency that is not of the municipality. */
function requireSource({ facts }: CommandScope, id: string | null): AgencyId | null {
  if (id === null) return null;
  const sourceId = requireId<'Agency'>(id);
  if (!facts.agencies.some((agency) => agency.id === sourceId))
    throw new DomainError('BAD_USER_INPUT', 'agencyUnknown');
  return sourceId;
}
