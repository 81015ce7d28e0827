/**
 * What may be recorded of a custody: whole days, in order, and no two periods of one guardian and one subject at the
 * same time. That a guardian is prevented is recorded within a custody, never assumed.
 *
 * No act opens backwards: what was written while a yes was missing stays closed, also when it is recorded later that
 * the yes was not needed, or counted. Days are whole, so what opens does so from today at the earliest.
 *
 * Source: FB 6:2, 6:13; design, section 3 (custody is bitemporal) and section 7 (a later consent does not open
 * what was written in the gap).
 */
import { datesBetween, localDate } from '../calendar.js';
import type { CustodyFact, LocalDate, Statement } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { PersonId } from '../ids.js';
import type { Instant } from '../period.js';

/** @throws DomainError BAD_USER_INPUT when the end does not lie behind the start. */
export function requireDaysInOrder(from: LocalDate, until: LocalDate | null): void {
  if (until !== null && until <= from) throw new DomainError('BAD_USER_INPUT', 'periodEmpty');
}

/** @throws DomainError CONFLICT when the guardian already has custody of the subject on one of the days. */
export function requireNoOverlap(custody: readonly CustodyFact[], added: CustodyFact): void {
  const overlaps = custody.some(
    ({ subjectId, guardianId, from, until }) =>
      subjectId === added.subjectId &&
      guardianId === added.guardianId &&
      (added.until === null || from < added.until) &&
      (until === null || added.from < until),
  );
  if (overlaps) throw new DomainError('CONFLICT', 'custodyOverlaps');
}

/** @throws DomainError INVALID_STATE when the guardian has no custody of the subject on the day. */
export function custodyOn(
  custody: readonly CustodyFact[],
  subjectId: PersonId,
  guardianId: PersonId,
  day: LocalDate,
): CustodyFact {
  const found = custody.find(
    (fact) =>
      fact.subjectId === subjectId &&
      fact.guardianId === guardianId &&
      fact.from <= day &&
      (fact.until === null || day < fact.until),
  );
  if (found === undefined) throw new DomainError('INVALID_STATE', 'noCustody');
  return found;
}

/**
 * For a day from which a guardian's yes is needed no longer.
 *
 * @throws DomainError BAD_USER_INPUT when it has passed.
 */
export function requireFromToday(day: LocalDate, at: Instant): void {
  if (day < localDate(at)) throw new DomainError('BAD_USER_INPUT', 'opensBackwards');
}

/**
 * A custody may have begun long ago, as long as nothing that the guardian has said before begins to count by that.
 *
 * @throws DomainError BAD_USER_INPUT when a yes of the guardian would count on days that have passed.
 */
export function requireNoYesBackdated(ledger: readonly Statement[], added: CustodyFact, at: Instant): void {
  if (added.from >= localDate(at)) return;
  const { until } = datesBetween(added.from, added.until);
  const counts = ledger.some(
    ({ subjectId, signerId, decision, appliesFrom }) =>
      subjectId === added.subjectId &&
      signerId === added.guardianId &&
      decision === 'GRANTED' &&
      (until === null || appliesFrom < until),
  );
  if (counts) throw new DomainError('BAD_USER_INPUT', 'opensBackwards');
}
