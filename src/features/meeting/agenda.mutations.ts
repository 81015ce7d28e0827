import { newPiece, requireSubjects } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { AgencyId } from '../../core/ids.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { SetAgendaInput } from './agenda-input.type.js';
import { MEETING_AS_IT_STANDS } from './lost-race.js';
import { AGENDA_ITEM } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meetingById } from './meeting.queries.js';
import { agendaChange } from './agenda-change.js';
import { plannedMeeting } from './planned-meeting.js';

const MOST = 50;
const LONGEST_TITLE = 500;

/**
 * The agenda that its sender sees is one whole: what is left out is taken away, what is named again stays as it was,
 * and what is closed to the sender is not touched.
 */
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
    const decision = scope.decision();
    const standing = (await pieces.all(AGENDA_ITEM, { parentId: meeting.id })).filter(
      (item) => item.removedIn === null && decision.piece(item).open,
    );
    const { stays, goes, comes } = agendaChange(standing, wanted);
    for (const [item, position] of stays)
      if (item.position !== position) await pieces.change(AGENDA_ITEM, item, { position });
    for (const item of goes) await pieces.change(AGENDA_ITEM, item, { title: '', removedIn: scope.number });
    for (const { piece, values } of comes) await pieces.add(AGENDA_ITEM, piece, { ...values, addedIn: scope.number });
    scope.changed({
      kind: 'MEETING_CHANGED',
      ids: [...goes.map(({ id }) => id), ...comes.map(({ piece }) => piece.id)],
    });
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
