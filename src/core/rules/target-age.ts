/**
 * The municipality turns to young people of certain ages, until the day before the birthday after the last of them;
 * asked when somebody is proposed and again when the work starts.
 *
 * Source: both leaflets (R2): Uddevalla 12–20, until the 21st birthday; Vellinge 13–19, until the 20th.
 */
import { ageAt } from '../calendar.js';
import type { LocalDate, PackVersion } from '../case-facts.js';
import { DomainError, MissingFactError } from '../errors.js';
import type { Instant } from '../period.js';
import { packInForce } from './pack-in-force.js';

/**
 * @throws DomainError BAD_USER_INPUT that names the ages of the municipality's rules.
 * @throws MissingFactError when no rules are in force.
 */
export function requireTargetAge(packs: readonly PackVersion[], birthDate: LocalDate, at: Instant): void {
  const pack = packInForce(packs, at);
  if (pack === null) throw new MissingFactError('rules in force');
  const { targetAgeFrom: from, targetAgeThrough: through } = pack;
  const age = ageAt(birthDate, at);
  if (age < from || age > through) throw new DomainError('BAD_USER_INPUT', 'outsideTargetAge', { from, through });
}
