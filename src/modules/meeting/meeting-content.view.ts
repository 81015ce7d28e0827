import { attach } from '../../access/disclosure.js';
import { caseIdOf, present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow, PieceSection } from '../../access/section.js';
import { professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { guardians, importantPersons, youngPerson } from '../person/person.view.js';
import { actions } from '../plan/plan.view.js';
import type { AgendaItemType, InvitationType, MeetingDecisionType } from './meeting-content.type.js';
import { AGENDA_ITEMS, INVITATIONS, MEETING_DECISIONS } from './meeting.repository.js';
import type { MeetingType } from './meeting.type.js';
import { meetings } from './meeting.view.js';

/** Who is called to a meeting that is already shown. */
export async function invitationsTo(scope: ReadScope, meeting: MeetingType): Promise<InvitationType[]> {
  const [view, rows] = await rowsOf(scope, INVITATIONS, meeting);
  const presented = await Promise.all(
    rows.map(async (piece) => {
      const invitation = present(view.presenter, 'Invitation', { piece });
      if (invitation !== null) invitation['invitee'] = await invitee(scope, view, piece);
      return invitation as unknown as InvitationType | null;
    }),
  );
  return presented.filter((invitation) => invitation !== null);
}

/** The agenda of a meeting that is already shown, in its order. */
export async function agendaOf(scope: ReadScope, meeting: MeetingType): Promise<AgendaItemType[]> {
  const [{ presenter }, rows] = await rowsOf(scope, AGENDA_ITEMS, meeting);
  return rows.flatMap(
    (piece) => (present(presenter, 'AgendaItem', { piece }) as unknown as AgendaItemType | null) ?? [],
  );
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

async function rowsOf(
  scope: ReadScope,
  section: PieceSection,
  meeting: MeetingType,
): Promise<[CaseView, readonly PieceRow[]]> {
  const view = await knownCase(scope, caseIdOf(meeting));
  const rows = await scope.pieces(section, view.id);
  return [view, rows.filter((row) => row['meetingId'] === meeting.id)];
}

async function invitee(scope: ReadScope, view: CaseView, row: PieceRow): Promise<InvitationType['invitee']> {
  const id = row['inviteeId'] as string;
  switch (row['inviteeKind']) {
    case 'PROFESSIONAL': {
      const somebody = await professional(scope, id);
      return somebody === null ? null : Object.assign({ ...somebody }, { __typename: 'Professional' });
    }
    case 'YOUNG_PERSON':
      return youngPerson(scope, view);
    case 'IMPORTANT_PERSON':
      return (await importantPersons(scope, view)).find((person) => person.id === id) ?? null;
    default:
      return (await guardians(scope, view)).find((guardian) => guardian.id === id) ?? null;
  }
}
