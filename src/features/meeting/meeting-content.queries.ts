import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import { caseOf } from '../../access/loaded-case.js';
import { actionById } from '../plan/plan.queries.js';
import { AGENDA_ITEM, MEETING, MEETING_DECISION, MINUTES } from './meeting.piece.js';
import { ofMeeting } from './meeting-part.js';

type OpenDecision = OpenPiece<(typeof MEETING_DECISION)['fields']>;

/** The agenda of a meeting, in its order. */
export function agendaOf(meeting: Shown): readonly Shown[] {
  const loaded = caseOf(meeting);
  return ofMeeting(loaded, AGENDA_ITEM, meeting.value('id') as string).map((piece) =>
    loaded.once(`agenda item ${piece.id}`, () => {
      const values = { source: () => loaded.registers.agency(piece.sourceId ?? piece.holderId) };
      return loaded.show('AgendaItem', { piece, values });
    }),
  );
}

/** What was written down of a meeting. */
export function minutesOf(meeting: Shown): Shown | null {
  const loaded = caseOf(meeting);
  const [piece] = ofMeeting(loaded, MINUTES, meeting.value('id') as string);
  if (piece === undefined) return null;
  const values = { author: () => loaded.registers.professional(piece.authorId) };
  return loaded.once(`minutes ${piece.id}`, () => loaded.show('MeetingMinutes', { piece, values }));
}

/** What a meeting decided, in its order. */
export function decisionsOf(meeting: Shown): readonly Shown[] {
  const loaded = caseOf(meeting);
  const pieces = ofMeeting(loaded, MEETING_DECISION, meeting.value('id') as string);
  return pieces.map((piece) => decision(loaded, piece));
}

/** Every decision of the case that the viewer may see, of meetings that the viewer may see. */
export function decisions(loaded: LoadedCase): readonly Shown[] {
  const shown = new Set<string | null>(loaded.open(MEETING).map(({ id }) => id));
  const pieces = loaded.open(MEETING_DECISION).filter(({ parentId }) => shown.has(parentId));
  return pieces.map((piece) => decision(loaded, piece));
}

function decision(loaded: LoadedCase, piece: OpenDecision): Shown {
  return loaded.once(`decision ${piece.id}`, () => {
    const values = { action: () => (piece.actionId === null ? null : actionById(loaded, piece.actionId)) };
    return loaded.show('MeetingDecision', { piece, values });
  });
}
