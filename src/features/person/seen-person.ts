import type { CommandScope } from '../../access/command-scope.js';
import { requireOpen } from '../../access/command-piece.js';
import { localDate } from '../../core/calendar.js';
import { hasEnded } from '../../core/rules/important-person.js';
import type { PersonId } from '../../core/ids.js';
import { GUARDIAN } from './identity.piece.js';
import { IMPORTANT_PERSON } from './important-person.piece.js';

/** @throws DomainError NOT_FOUND for a guardian whom the viewer may not see, as for one who does not exist. */
export async function requireSeenGuardian(scope: CommandScope, personId: PersonId): Promise<void> {
  const guardians = await scope.pieces.all(GUARDIAN);
  requireOpen(scope, guardians.find((guardian) => guardian.personId === personId) ?? null);
}

/** Whether the viewer may see who that is, by the kind that a piece names somebody by. */
export async function seesPerson(scope: CommandScope, kind: string, id: string): Promise<boolean> {
  if (kind !== 'GUARDIAN' && kind !== 'IMPORTANT_PERSON') return true;
  const piece =
    kind === 'GUARDIAN'
      ? (await scope.pieces.all(GUARDIAN)).find(({ personId }) => personId === id)
      : await scope.pieces.find(IMPORTANT_PERSON, { id });
  return piece != null && scope.decision().piece(piece).open;
}

/** Whether it is another important person of the case today, and one whom the viewer may see. */
export async function isImportantPerson(scope: CommandScope, id: string): Promise<boolean> {
  const piece = await scope.pieces.find(IMPORTANT_PERSON, { id });
  if (piece === null || hasEnded(piece.validUntil, localDate(scope.at))) return false;
  return scope.decision().piece(piece).open;
}
