import type { CommandScope } from '../../access/command-scope.js';
import { requireSeen } from '../../access/command-piece.js';
import { localDate } from '../../core/calendar.js';
import { hasEnded } from '../../core/rules/important-person.js';
import type { PersonId } from '../../core/ids.js';
import { ImportantPerson } from './important-person.entity.js';
import { PersonIdentity } from './person-identity.entity.js';

/** @throws DomainError NOT_FOUND for a guardian whom the viewer may not see, as for one who does not exist. */
export async function requireSeenGuardian(scope: CommandScope, personId: PersonId): Promise<void> {
  const { em, caseId } = scope;
  requireSeen(scope, 'GUARDIAN', await em.findOne(PersonIdentity, { caseId, personId }));
}

/** Whether it is another important person of the case today, and one whom the viewer may see. */
export async function isImportantPerson(scope: CommandScope, id: string): Promise<boolean> {
  const { em, caseId } = scope;
  const piece = await em.findOne(ImportantPerson, { caseId, id });
  if (piece === null || hasEnded(piece.validUntil, localDate(scope.at))) return false;
  return scope.decision().piece({ ...piece, kind: 'IMPORTANT_PERSON' }).open;
}
