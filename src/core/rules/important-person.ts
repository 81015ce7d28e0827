/**
 * Who else matters to the young person does so for a time, in whole days. An end on the first day takes back what was
 * entered by mistake; an end once told is not moved: who matters again is named anew.
 *
 * Source: leaflet R8 ("and other important persons"); design, section 2 (periods are half-open).
 */
import type { LocalDate } from '../case-facts.js';
import { DomainError } from '../errors.js';

/** @throws DomainError INVALID_STATE for who was ended before, BAD_USER_INPUT for an end before the first day. */
export function requireEndsOn(from: LocalDate, known: LocalDate | null, until: LocalDate): void {
  if (known !== null) throw new DomainError('INVALID_STATE', 'importantPersonEnded');
  if (until < from) throw new DomainError('BAD_USER_INPUT', 'endBeforeStart');
}

/** Nobody is called in, and nothing given to do, from the day of the end on. */
export function hasEnded(until: LocalDate | null, today: LocalDate): boolean {
  return until !== null && until <= today;
}
