import { attach } from '../../access/disclosure.js';
import { caseIdOf, present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow, PieceSection } from '../../access/section.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { actions } from '../plan/plan.view.js';
import type { AgendaItemType, MeetingDecisionType, MeetingMinutesType } from './meeting-content.type.js';
import { AGENDA_ITEMS, MEETING_DECISIONS, MINUTES } from './meeting.repository.js';
import type { MeetingType } from './meeting.type.js';
import { meetings } from './meeting.view.js';

/** The agenda of a meeting that is already shown, in its order. */
export async function agendaOf(scope: ReadScope, meeting: MeetingType): Promise<AgendaItemType[]> {
  const [[{ presenter }, rows], agencies] = await Promise.all([
    rowsOf(scope, AGENDA_ITEMS, meeting),
    agenciesById(scope),
  ]);
  return rows.flatMap((piece) => {
    const source = agencies.get((piece['sourceId'] as string | null) ?? piece.holderId);
    const item = present(presenter, 'AgendaItem', { piece, plain: { source } });
    if (item === null) return [];
    return [Object.assign(item, { talk: piece, meeting }) as unknown as AgendaItemType];
  });
}

/** What was written down of a meeting that is already shown. */
export async function minutesOf(scope: ReadScope, meeting: MeetingType): Promise<MeetingMinutesType | null> {
  const [{ presenter }, [piece]] = await rowsOf(scope, MINUTES, meeting);
  const minutes = piece === undefined ? null : present(presenter, 'MeetingMinutes', { piece });
  if (minutes === null || piece === undefined) return null;
  minutes['author'] = await professional(scope, piece['authorId'] as string);
  return minutes as unknown as MeetingMinutesType;
}

/** What a meeting that is already shown decided, in its order. */
export async function decisionsOf(scope: ReadScope, meeting: MeetingType): Promise<MeetingDecisionType[]> {
  return presentDecisions(scope, ...(await rowsOf(scope, MEETING_DECISIONS, meeting)));
}

/** Every decision of the case's meetings that the viewer may see. */
export async function decisions(scope: ReadScope, caseId: string): Promise<MeetingDecisionType[]> {
  const view = await knownCase(scope, caseId);
  const [rows, shown] = await Promise.all([scope.pieces(MEETING_DECISIONS, view.id), meetings(scope, caseId)]);
  const ids = new Set(shown.map(({ id }) => id));
  return presentDecisions(
    scope,
    view,
    rows.filter((row) => ids.has(row['meetingId'] as string)),
  );
}

async function presentDecisions(
  scope: ReadScope,
  { presenter, id }: CaseView,
  rows: readonly PieceRow[],
): Promise<MeetingDecisionType[]> {
  const shown = rows.some((row) => row['actionId'] !== null) ? await actions(scope, id) : [];
  return rows.flatMap((piece) => {
    const decision = present(presenter, 'MeetingDecision', { piece });
    if (decision === null) return [];
    attach(decision, 'action', shown.find((action) => action.id === piece['actionId']) ?? null);
    return [decision as unknown as MeetingDecisionType];
  });
}

/** The rows of one section that belong to a meeting. */
export async function rowsOf(
  scope: ReadScope,
  section: PieceSection,
  meeting: MeetingType,
): Promise<[CaseView, readonly PieceRow[]]> {
  const view = await knownCase(scope, caseIdOf(meeting));
  const rows = await scope.pieces(section, view.id);
  return [view, rows.filter((row) => row['meetingId'] === meeting.id)];
}
