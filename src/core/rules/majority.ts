/**
 * A person is of age at 18, and until then custodians decide: that is law, and no rule of a municipality makes it
 * earlier. Rules that name a lower age are read as if they named this one.
 *
 * Source: FB 9:1 (majority at 18), 6:2 and 6:11 (custody, and who decides, until then); leaflet R7.
 */
import { turnsAt } from '../calendar.js';
import type { LocalDate, RulePack } from '../case-facts.js';
import type { Instant } from '../period.js';

/** In years. */
export const MAJORITY_AGE = 18;

/** The instant from which no guardian signs for somebody any more. */
export function guardiansSignUntil(birthDate: LocalDate, pack: Pick<RulePack, 'guardiansSignUntilAge'>): Instant {
  return turnsAt(birthDate, Math.max(MAJORITY_AGE, pack.guardiansSignUntilAge));
}
