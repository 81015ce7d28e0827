import { DomainError } from './errors.js';
import type { Instant, Period } from './period.js';

/** Why a case is closed; a closed list, so that it tells nothing of what any agency knows. */
export const CLOSING_REASONS = ['GOALS_REACHED', 'PERIOD_OVER', 'CONSENT_ENDED', 'AGED_OUT', 'MOVED', 'OTHER'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Days before the planned end of the work on which everybody in the case is told that it comes (R18). */
export const PLANNED_END_TOLD_DAYS = 14;

const LONGEST_FOLLOW_UP = 366 * 24 * 60 * 60 * 1000;

/** @throws DomainError BAD_USER_INPUT for a follow-up that is over already, or that lasts longer than a year. */
export function requireFollowUp(at: Instant, until: Instant): void {
  if (until <= at || until - at > LONGEST_FOLLOW_UP) throw new DomainError('BAD_USER_INPUT', 'followUpTimes');
}

/**
 * When an assignment ends that is ended at an instant; one that has not begun never does.
 *
 * @throws DomainError INVALID_STATE when it has ended already.
 */
export function endOf({ from, until }: Period, at: Instant): Instant {
  if (until !== null && until <= at) throw new DomainError('INVALID_STATE', 'assignmentEnded');
  return Math.max(at, from ?? at);
}
