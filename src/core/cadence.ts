import { localDate } from './calendar.js';
import type { CaseFacts } from './case-facts.js';
import type { LocalDate } from './case-facts.js';
import type { Instant } from './period.js';
import { packInForce } from './rules/pack-in-force.js';

/** A meeting, as far as the cadence asks. */
export interface Met {
  readonly kind: string;
  readonly status: string;
  readonly startsAt: Instant;
}

/** When the group is to meet next, and whether that has passed. */
export interface MeetingDue {
  /** The first day and the last, both included. */
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly overdue: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const IN_CADENCE: readonly string[] = ['FIRST', 'FOLLOW_UP'];

/**
 * The municipality's cadence, counted in days of the calendar from the last first or follow-up meeting that was held; a
 * meeting that is planned does not count until it was (R12, R17).
 *
 * @returns `null` before the first meeting was held, and where the municipality has no rules.
 */
export function nextMeetingDue({ packs }: CaseFacts, meetings: readonly Met[], at: Instant): MeetingDue | null {
  const pack = packInForce(packs, at);
  const held = meetings.filter(({ kind, status }) => status === 'HELD' && IN_CADENCE.includes(kind));
  if (pack === null || held.length === 0) return null;
  const last = Math.max(...held.map(({ startsAt }) => startsAt));
  const through = daysAfter(last, pack.followUpEveryDaysThrough);
  return { from: daysAfter(last, pack.followUpEveryDaysFrom), through, overdue: localDate(at) > through };
}

/** Noon keeps clear of the nights in which the clock changes. */
function daysAfter(instant: Instant, days: number): LocalDate {
  const noon = Date.parse(`${localDate(instant)}T12:00:00Z`);
  return new Date(noon + days * DAY).toISOString().slice(0, 10);
}
