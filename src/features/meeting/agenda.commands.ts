import { newPiece, requireSubjects } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { AgencyId } from '../../core/ids.js';
import type { SetAgendaInput } from './agenda-input.type.js';
import type { MeetingResult } from './meeting.commands.js';
import { AGENDA_ITEM, MEETING } from './meeting.piece.js';
import { plannedMeeting } from './planned-meeting.commands.js';

const MOST = 50;
const LONGEST_TITLE = 500;

/** The agenda is one whole: what is left out is taken away. */
export function setAgenda(run: RunCommand, input: SetAgendaInput): Promise<MeetingResult> {
  const { requestId, meetingId: target, items } = input;
  return run({ operation: 'setAgenda', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { pieces, caseId } = scope;
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
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
  });
}

/** @throws DomainError BAD_USER_INPUT for an agency that is not of the municipality. */
function requireSource({ facts }: CommandScope, id: string | null): AgencyId | null {
  if (id === null) return null;
  const sourceId = requireId<'Agency'>(id);
  if (!facts.agencies.some((agency) => agency.id === sourceId))
    throw new DomainError('BAD_USER_INPUT', 'agencyUnknown');
  return sourceId;
}
