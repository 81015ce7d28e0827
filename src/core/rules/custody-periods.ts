/**
 * What may be recorded of a custody: whole days, in order, and no two periods of one guardian and one subject at the same
 * time. That a guardian is prevented is recorded within a custody, never assumed.
 *
 * Source: FB 6:2, 6:13; design, section 3 (custody is bitemporal).
 */
import type { CustodyFact, LocalDate } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { PersonId } from '../ids.js';

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
