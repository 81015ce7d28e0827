/**
 * On the birthday after the last target age the work ends: nothing new is planned and nobody new is called in. What was
 * agreed may be completed, evaluated and closed, and a consent holds for as long as it was given: a birthday takes no
 * statement back. It is seen coming in `Case.upcoming`.
 *
 * Source: both leaflets (R2): until the 21st birthday in Uddevalla, until the 20th in Vellinge.
 */
import { turnsAt } from '../calendar.js';
import type { CaseFacts, LocalDate, PackVersion } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { Instant } from '../period.js';
import type { Act } from '../permissions.js';
import { packInForce } from './pack-in-force.js';

const BEGINS_SOMETHING: readonly Act[] = ['PLAN', 'PLAN_OWN_WORDS', 'ASSIGN'];

/** `null` before the municipality has any rules. */
export function agesOutAt(packs: readonly PackVersion[], birthDate: LocalDate, at: Instant): Instant | null {
  const pack = packInForce(packs, at);
  return pack === null ? null : turnsAt(birthDate, pack.targetAgeThrough + 1);
}

/** @throws DomainError INVALID_STATE for what begins something new once the young person has aged out. */
export function requireNotAgedOut(act: Act, { packs, persons, youngPersonId }: CaseFacts, at: Instant): void {
  if (!BEGINS_SOMETHING.includes(act)) return;
  const birthDate = persons.find(({ id }) => id === youngPersonId)?.birthDate ?? null;
  const end = birthDate === null ? null : agesOutAt(packs, birthDate, at);
  if (end !== null && at >= end) throw new DomainError('INVALID_STATE', 'agedOut');
}
