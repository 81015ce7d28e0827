import { DomainError } from './errors.js';
import type { Instant, Period } from './period.js';

/** What somebody is in the group round the case for; a closed list, so that it tells nothing of the young person. */
export const DUTIES = ['MEMBER', 'CONTACT', 'PLAN_RESPONSIBLE', 'STAND_IN'] as const;
export type Duty = (typeof DUTIES)[number];

/** Whether a request to take part has its answer. */
export const ASSIGNMENT_REQUEST_STATES = ['REQUESTED', 'CONFIRMED', 'DECLINED'] as const;
export type AssignmentRequestState = (typeof ASSIGNMENT_REQUEST_STATES)[number];

/**
 * The period that is asked for, from now where no start is named.
 *
 * @throws DomainError BAD_USER_INPUT: an assignment never reaches back, and ends after it begins.
 */
export function requirePeriodAhead(
  at: Instant,
  from: Instant | null,
  until: Instant | null,
): Period & { from: Instant } {
  const start = from ?? at;
  if (start < at) throw new DomainError('BAD_USER_INPUT', 'assignmentInPast');
  if (until !== null && until <= start) throw new DomainError('BAD_USER_INPUT', 'periodEmpty');
  return { from: start, until };
}

/**
 * The start of an assignment that is confirmed now: as asked, but never before the yes.
 *
 * @throws DomainError INVALID_STATE when the time that was asked for is over.
 */
export function startOf({ from, until }: Period, at: Instant): Instant {
  if (until !== null && until <= at) throw new DomainError('INVALID_STATE', 'assignmentOver');
  return Math.max(at, from ?? at);
}
