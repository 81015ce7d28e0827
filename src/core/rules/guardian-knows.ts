/**
 * A guardian knows the case while having custody of the young person, and no longer than until the 18th birthday.
 * A guardian prevented from signing keeps custody, and so keeps this right.
 *
 * Source: FB 6:2 (custody lasts until the child turns 18); leaflet R7 ("nobody is a guardian past 18").
 */
import { datesBetween, turnsAt } from '../calendar.js';
import { earlier } from '../period.js';
import type { Instant } from '../period.js';
import type { PersonId } from '../ids.js';
import type { Subject } from '../subject.js';
import { hasCustody } from './custody.js';
import { MAJORITY_AGE } from './majority.js';

/** Until when the guardian may know, as far as is recorded; `null` when the guardian may not know now. */
export function guardianKnowsUntil(youngPerson: Subject, guardianId: PersonId, at: Instant): Instant | null {
  const majority = turnsAt(youngPerson.birthDate, MAJORITY_AGE);
  const custody = youngPerson.custody.find((fact) => fact.guardianId === guardianId && hasCustody(fact, at));
  if (custody === undefined || at >= majority) return null;
  return earlier(majority, datesBetween(custody.from, custody.until).until);
}
