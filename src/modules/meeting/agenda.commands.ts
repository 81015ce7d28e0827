import { newPiece, requireSubjects, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { AgencyId } from '../../core/ids.js';
import type { SetAgendaInput } from './agenda-input.type.js';
import { AgendaItem } from './agenda-item.entity.js';
import type { MeetingResult } from './meeting.commands.js';
import { plannedMeeting } from './planned-meeting.commands.js';

const MOST = 50;
const LONGEST_TITLE = 500;

/** The agenda is one whole: what is left out is taken away. */
export function setAgenda(run: RunCommand, input: SetAgendaInput): Promise<MeetingResult> {
  const { requestId, meetingId: target, items } = input;
  return run({ operation: 'setAgenda', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { em, caseId } = scope;
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
    if (items.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    const created = items.map(({ category, title, sourceId, subjectIds }, index) => {
      const piece = newPiece(scope, meeting.holderId, category, requireSubjects(scope, subjectIds));
      const sealedIn = { table: 'agenda_item', column: 'title_sealed', rowId: piece.id };
      const titleSealed = scope.seal(requireText(title, LONGEST_TITLE), sealedIn);
      const common = { meetingId: meeting.id, position: index + 1, titleSealed };
      return em.create(AgendaItem, { ...piece, ...common, sourceId: requireSource(scope, sourceId ?? null) });
    });
    await em.nativeDelete(AgendaItem, { meetingId: meeting.id });
    rewrite(meeting, { version: meeting.version + 1 });
    em.persist(created);
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
