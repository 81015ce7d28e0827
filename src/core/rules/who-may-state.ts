/**
 * Whose statements count about a subject: the subject's own, whose no counts at every age, and those of every custodian
 * who is not recorded as prevented, below the age until which guardians sign.
 *
 * Source: leaflets R6 and R7; FB 6:11 and 6:13; design, section 3, `required` and `open`.
 */
import { DomainError } from '../errors.js';
import type { PersonId } from '../ids.js';
import type { Instant } from '../period.js';
import type { Subject } from '../subject.js';
import { custodiansWhoSign } from './custody.js';
import { guardiansSignUntil } from './majority.js';
import { packInForce } from './pack-in-force.js';

/** Empty only before the municipality has any rules. */
export function whoMayState(subject: Subject, at: Instant): readonly PersonId[] {
  const pack = packInForce(subject.packs, at);
  if (pack === null) return [];
  const ofGuardians = at < guardiansSignUntil(subject.birthDate, pack);
  return [subject.id, ...(ofGuardians ? custodiansWhoSign(subject.custody, at) : [])];
}

/** @throws DomainError BAD_USER_INPUT when this person's word does not count about the subject. */
export function requireSigner(subject: Subject, personId: PersonId, at: Instant): PersonId {
  if (!whoMayState(subject, at).includes(personId)) throw new DomainError('BAD_USER_INPUT', 'notASigner');
  return personId;
}
