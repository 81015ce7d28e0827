import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { caseOf } from '../../access/loaded-case.js';
import { INVITATION } from './meeting.piece.js';
import { BUSY_INVITATIONS } from './meeting.repository.js';

/**
 * Whether the professional who is called is called to another planned meeting of the municipality at the same time: one
 * statement for all calls that are asked about together. It tells of cases that the viewer need not know, and therefore
 * nothing but the flag.
 *
 * @returns `null` for whoever may not know, and for the family, whose calendar nobody keeps.
 */
export function isBusy(scope: ReadScope, invitation: Shown): Promise<boolean> | null {
  const loaded = caseOf(invitation);
  if (!loaded.decision.rule('calendarClashes').open) return null;
  scope.log.addAll(invitation.entries);
  const call = loaded.open(INVITATION).find(({ id }) => id === invitation.value('id'));
  if (call?.inviteeKind !== 'PROFESSIONAL') return null;
  return scope.loader('busy_invitations', (ids) => busy(scope, ids)).load(call.id);
}

async function busy(scope: ReadScope, ids: readonly string[]): Promise<boolean[]> {
  const rows = await scope.query<{ id: string }>(BUSY_INVITATIONS, [ids]);
  const found = new Set(rows.map(({ id }) => id));
  return ids.map((id) => found.has(id));
}
