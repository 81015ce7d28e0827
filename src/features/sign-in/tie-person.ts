import type { CommandScope } from '../../access/command-scope.js';
import type { PersonId } from '../../core/ids.js';
import { requireSignInKey } from '../../core/sign-in-identity.js';
import { requireIdentity } from '../proposal/identity-number.js';
import { replaceIdentity } from './replace-identity.js';

/**
 * Somebody of the case signs in by this number from now on, or no more.
 *
 * @throws DomainError BAD_USER_INPUT for what is no personal identity or coordination number.
 */
export async function tiePerson(scope: CommandScope, personId: PersonId, typed: string | null): Promise<void> {
  const { em, at, viewer, facts, caseId } = scope;
  const value = typed === null ? null : requireIdentity(typed, null).personalIdentityNumber;
  const kind = 'PERSONAL_IDENTITY_NUMBER' as const;
  const next = value === null ? null : { kind, key: requireSignInKey({ kind, value }) };
  const tying = {
    ...{ em, at, viewer, municipalityId: facts.municipalityId },
    newId: () => scope.newId(),
    identityHash: (key: string) => scope.identityHash(key),
  };
  await replaceIdentity(tying, { professionalId: null, caseId, personId }, next);
}
