import { presenceOf } from '../../access/disclosure.js';
import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow } from '../../access/section.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import { isCovered } from '../../core/rules/invitation-within-consent.js';
import type { Invitee } from '../../core/rules/invitation-within-consent.js';
import { missingParties } from '../../core/rules/meeting-parties.js';
import { professional } from '../agency/agency.view.js';
import type { ProfessionalType } from '../agency/agency.type.js';
import type { CaseView } from '../case/case.view.js';
import { guardians, importantPersons, youngPerson } from '../person/person.view.js';
import type { InvitationType } from './meeting-content.type.js';
import { rowsOf } from './meeting-content.view.js';
import { INVITATIONS } from './meeting.repository.js';
import type { MeetingType } from './meeting.type.js';

/** An invitation as it is shown, with whom it calls. */
export interface ShownInvitation extends InvitationType {
  readonly calls: Invitee;
}

/** Who is called to a meeting that is already shown. That a call no longer holds tells of consents: not for everybody. */
export async function invitationsTo(scope: ReadScope, meeting: MeetingType): Promise<ShownInvitation[]> {
  const [view, rows] = await rowsOf(scope, INVITATIONS, meeting);
  const presented = await Promise.all(
    rows.map(async (piece) => {
      const calls = { kind: piece['inviteeKind'] as Invitee['kind'], id: piece['inviteeId'] as string };
      const takenBack = overseen(view) ? isTakenBack(view, meeting, calls, scope.at) : null;
      const invitation = present(view.presenter, 'Invitation', { piece, plain: { takenBack } });
      if (invitation !== null) Object.assign(invitation, { calls, invitee: await invitee(scope, view, piece) });
      return invitation as unknown as ShownInvitation | null;
    }),
  );
  return presented.filter((invitation) => invitation !== null);
}

/** By the municipality's rules, and by the calls that hold as far as the viewer sees them. */
export async function partiesMissing(scope: ReadScope, meeting: MeetingType): Promise<readonly string[]> {
  const [[{ facts }], all] = await Promise.all([rowsOf(scope, INVITATIONS, meeting), invitationsTo(scope, meeting)]);
  const holding = all.filter(holds);
  for (const disclosure of presenceOf(holding)) scope.recorder.add(disclosure);
  const called = holding.map(({ calls: { kind }, invitee: somebody }) => {
    const { profession = null, agency = null } = (somebody ?? {}) as Partial<ProfessionalType>;
    return { kind, profession, agencyKind: agency?.kind ?? null };
  });
  return missingParties(facts, meeting.kind as MeetingKind, called, scope.at);
}

/** As far as the viewer may know: neither taken back by hand, nor by what consent covers. */
export function holds({ withdrawn, takenBack }: ShownInvitation): boolean {
  return !withdrawn && takenBack !== true;
}

function overseen({ decision }: CaseView): boolean {
  return decision.rule('consentDetails').open;
}

/** What was held or cancelled is history: whoever was called then, was called. */
function isTakenBack({ facts }: CaseView, { kind, status }: MeetingType, calls: Invitee, at: number): boolean {
  return status === 'PLANNED' && !isCovered(facts, kind as MeetingKind, calls, at);
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
