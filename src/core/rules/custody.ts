/**
 * A guardian is a custodian from the first date of a custody until its last, and signs unless recorded as prevented.
 * Prevention is recorded, never assumed: one guardian alone decides only when the other is prevented.
 *
 * Source: FB 6:2 (custody), 6:11 and 6:13 (two custodians decide together); design, section 6.
 */
import { datesBetween } from '../calendar.js';
import type { CustodyFact } from '../case-facts.js';
import type { PersonId } from '../ids.js';
import { contains } from '../period.js';
import type { Instant } from '../period.js';

export function hasCustody({ from, until }: CustodyFact, at: Instant): boolean {
  return contains(datesBetween(from, until), at);
}

/** Everybody who has custody at the instant and is not recorded as prevented; `custody` is that of one subject. */
export function custodiansWhoSign(custody: readonly CustodyFact[], at: Instant): readonly PersonId[] {
  const signing = custody.filter((fact) => hasCustody(fact, at) && !isPrevented(fact, at));
  return [...new Set(signing.map(({ guardianId }) => guardianId))];
}

function isPrevented({ preventedFrom, preventedUntil }: CustodyFact, at: Instant): boolean {
  return preventedFrom !== null && contains(datesBetween(preventedFrom, preventedUntil), at);
}
