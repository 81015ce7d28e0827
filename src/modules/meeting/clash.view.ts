import { presenceOf } from '../../access/disclosure.js';
import { caseIdOf } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { knownCase } from '../case/case.view.js';
import type { ShownInvitation } from './invitation.view.js';
import type { InvitationType } from './meeting-content.type.js';
import { BUSY_INVITATIONS } from './meeting.repository.js';

/**
 * Whether the professional who is called is called to another planned meeting of the municipality at the same time: one
 * statement for all calls that are asked about together. It tells of cases that the viewer need not know, and therefore
 * nothing but the flag.
 *
 * @returns `null` for whoever may not know, and for the family, whose calendar nobody keeps.
 */
export async function isBusy(scope: ReadScope, invitation: InvitationType): Promise<boolean | null> {
  const { decision } = await knownCase(scope, caseIdOf(invitation));
  if (!decision.rule('calendarClashes').open) return null;
  for (const disclosure of presenceOf([invitation])) scope.recorder.add(disclosure);
  if ((invitation as ShownInvitation).calls.kind !== 'PROFESSIONAL') return null;
  return scope.loader('busy_invitations', (ids) => busy(scope, ids)).load(invitation.id);
}

async function busy(scope: ReadScope, ids: readonly string[]): Promise<boolean[]> {
  const rows = await scope.query<{ id: string }>(BUSY_INVITATIONS, [ids]);
  const found = new Set(rows.map(({ id }) => id));
  return ids.map((id) => found.has(id));
}
