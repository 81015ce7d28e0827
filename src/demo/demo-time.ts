import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../core/case-facts.js';
import type { Instant } from '../core/period.js';

const ZONE = 'Europe/Stockholm';
const SATURDAY = 6;

/** Turns the stories' relative dates into instants. What people do in office hours never falls on a weekend. */
export interface DemoTime {
  readonly now: Instant;
  readonly today: LocalDate;
  /** The coming local midnight in Europe/Stockholm, when tomorrow begins. */
  readonly midnight: Instant;
  /** A working day about `days` days ago, at a local time of day such as `14:30`. */
  daysAgo(days: number, timeOfDay?: string): Instant;
  /** A working day in about `days` days. */
  inDays(days: number, timeOfDay?: string): Instant;
  dateOf(instant: Instant): LocalDate;
  dateDaysAgo(days: number): LocalDate;
  dateInDays(days: number): LocalDate;
  /** Birth date of somebody who turned `age` `days` days ago. */
  turned(age: number, days: number): LocalDate;
  /** Birth date of somebody who turns `age` tomorrow, at `midnight`. */
  turnsTomorrow(age: number): LocalDate;
}

/**
 * The calendar of the demo data, relative to `now`.
 * Nobody turns 15 or 18 on 29 February; on the eve of that day "tomorrow" means the day after it.
 */
export function demoTime(now: Instant): DemoTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  const today = zoned.toPlainDate();
  const tomorrow = today.add({ days: 1 });
  const birthday = tomorrow.month === 2 && tomorrow.day === 29 ? tomorrow.add({ days: 1 }) : tomorrow;

  const instant = (date: Temporal.PlainDate, timeOfDay: string): Instant =>
    date.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(timeOfDay) }).epochMilliseconds;

  return {
    now,
    today: today.toString(),
    midnight: instant(birthday, '00:00'),
    daysAgo: (days, timeOfDay = '10:00') => {
      const date = today.subtract({ days });
      return instant(date.subtract({ days: Math.max(0, date.dayOfWeek - SATURDAY + 1) }), timeOfDay);
    },
    inDays: (days, timeOfDay = '15:00') => {
      const date = today.add({ days });
      return instant(date.dayOfWeek < SATURDAY ? date : date.add({ days: 8 - date.dayOfWeek }), timeOfDay);
    },
    dateOf: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate().toString(),
    dateDaysAgo: (days) => today.subtract({ days }).toString(),
    dateInDays: (days) => today.add({ days }).toString(),
    turned: (age, days) => today.subtract({ days }).subtract({ years: age }).toString(),
    turnsTomorrow: (age) => birthday.subtract({ years: age }).toString(),
  };
}
