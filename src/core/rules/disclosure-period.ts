/**
 * A disclosure has an end, and the family is told of it at once, or from a date with a reason. Both are bounded: what
 * never ends would be a standing opening, and what is never told would be secret surveillance.
 *
 * Source: design, P4; design, section 7 (one-shot, a copy that the recipient reads until its end date; in the young
 * person's view where the law allows, at once or delayed). The lengths are this system's own, not a statute's.
 */
import { DomainError } from '../errors.js';
import type { Instant } from '../period.js';

const DAY = 24 * 60 * 60 * 1000;
/** The table has the same limit in a check of its own. */
export const MOST_DAYS = 90;
export const LONGEST_DELAY_DAYS = 365;

/** @throws DomainError BAD_USER_INPUT for an end that has passed or lies too far ahead. */
export function requireEnd(until: Instant, at: Instant): void {
  if (until <= at) throw new DomainError('BAD_USER_INPUT', 'disclosureEndPast');
  if (until > at + MOST_DAYS * DAY) throw new DomainError('BAD_USER_INPUT', 'disclosureEndTooFar', { max: MOST_DAYS });
}

/**
 * From when the family may know.
 *
 * @throws DomainError BAD_USER_INPUT for a delay without reason, a reason without delay, or a date that is past or too
 * far.
 */
export function toldFrom(delayUntil: Instant | null, reason: string | null, at: Instant): Instant {
  if ((delayUntil === null) !== (reason === null || reason.trim() === '')) {
    throw new DomainError('BAD_USER_INPUT', 'delayNeedsReason');
  }
  if (delayUntil === null) return at;
  if (delayUntil <= at || delayUntil > at + LONGEST_DELAY_DAYS * DAY) {
    throw new DomainError('BAD_USER_INPUT', 'delayOutside', { max: LONGEST_DELAY_DAYS });
  }
  return delayUntil;
}
