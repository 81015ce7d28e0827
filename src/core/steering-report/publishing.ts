import { DomainError } from '../errors.js';
import { localDate } from '../calendar.js';
import type { LocalDate } from '../case-facts.js';
import { requireText } from '../free-text.js';
import type { Instant } from '../period.js';
import { requireAboutNobody } from '../steering.js';
import { termOf } from '../steering-term.js';
import type { Term } from '../steering-term.js';
import type { Undertaking } from './term-facts.js';

/** More than any promise to the citizens has. */
const MOST_UNDERTAKINGS = 40;

/**
 * The term that is to be reported. It is told once it is over and only once: two versions would tell by their difference
 * who was added. In the order of the terms, since what may be told rests on what was told of those before.
 *
 * @throws DomainError BAD_USER_INPUT for a day that begins no term, INVALID_STATE for a term that is not over, and for one
 * that is not behind every term that was reported.
 */
export function requireReportable(from: LocalDate, reported: readonly Term[], at: Instant): Term {
  const term = termOf(from);
  if (term.from !== from) throw new DomainError('BAD_USER_INPUT', 'noTermBegins');
  if (localDate(at) <= term.through) throw new DomainError('INVALID_STATE', 'termNotOver');
  if (reported.some((other) => other.from >= term.from)) throw new DomainError('INVALID_STATE', 'termReported');
  return term;
}

/** @throws DomainError BAD_USER_INPUT for one without words, one that names somebody, and for too many. */
export function requireUndertakings(given: readonly Undertaking[]): readonly Undertaking[] {
  if (given.length > MOST_UNDERTAKINGS) {
    throw new DomainError('BAD_USER_INPUT', 'tooManyUndertakings', { count: MOST_UNDERTAKINGS });
  }
  return given.map(({ party, text, kept }) => ({ party, kept, text: requireAboutNobody(requireText(text)) }));
}
