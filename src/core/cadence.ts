import { daysLater, localDate } from './calendar.js';
import { caseStatus } from './case-status.js';
import type { CaseFacts, LocalDate } from './case-facts.js';
import type { Instant } from './period.js';
import { DomainError } from './errors.js';
import { packInForce } from './rules/pack-in-force.js';

/** A meeting, as far as the cadence asks. */
export interface Met {
  readonly kind: string;
  readonly status: string;
  readonly startsAt: Instant;
}

/** When the group is to meet next, and whether that has passed; never while the case is paused. */
export interface MeetingDue {
  /** The first day and the last, both included. */
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly overdue: boolean;
}

const IN_CADENCE: readonly string[] = ['FIRST', 'FOLLOW_UP'];

/**
 * The municipality's cadence, counted in days of the calendar from the last first or follow-up meeting that was held; a
 * meeting that is planned does not count until it was (R12, R17).
 *
 * @returns `null` before the first meeting was held, once the case is closed, and where the municipality has no rules.
 */
export function nextMeetingDue(facts: CaseFacts, meetings: readonly Met[], at: Instant): MeetingDue | null {
  const { packs, status } = facts;
  if (status !== 'ACTIVE') return null;
  const pack = packInForce(packs, at);
  const held = meetings.filter(({ kind, status }) => status === 'HELD' && IN_CADENCE.includes(kind));
  if (pack === null || held.length === 0) return null;
  const last = Math.max(...held.map(({ startsAt }) => startsAt));
  const through = localDate(daysLater(last, pack.followUpEveryDaysThrough));
  // Without the consent that carries the case nobody can be called, so nobody is late.
  const overdue = localDate(at) > through && caseStatus(facts, at) !== 'PAUSED';
  return { from: localDate(daysLater(last, pack.followUpEveryDaysFrom)), through, overdue };
}

const LONGEST_SERIES = 20;
const LONGEST_PAUSE = 60;

/**
 * When each meeting of a series starts: at the same time of the day, by the municipality's cadence unless another
 * number of days is given.
 *
 * @throws DomainError BAD_USER_INPUT for a series that is too long or whose meetings lie too far apart.
 */
export function seriesStarts(
  { packs }: CaseFacts,
  { first, count, everyDays }: { readonly first: Instant; readonly count: number; readonly everyDays: number | null },
  at: Instant,
): readonly Instant[] {
  const days = everyDays ?? packInForce(packs, at)?.followUpEveryDaysFrom ?? 0;
  if (count < 1 || count > LONGEST_SERIES || days < 1 || days > LONGEST_PAUSE) {
    throw new DomainError('BAD_USER_INPUT', 'seriesOutside', { count: LONGEST_SERIES, days: LONGEST_PAUSE });
  }
  return Array.from({ length: count }, (_, index) => daysLater(first, index * days));
}
