import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './case-facts.js';
import type { Instant, Period } from './period.js';

/** Where the municipalities are: a day, and so an age, turns at midnight here. */
const TIME_ZONE = 'Europe/Stockholm';

/** Asking the time zone database is slow and the answer never changes; a process meets few dates, but bounds them. */
const REMEMBERED_DATES = 50_000;
const midnights = new Map<LocalDate, Instant>();

/**
 * The first instant of a date in Sweden. Clocks change at two or three o'clock, so midnight exists on every day.
 *
 * @throws RangeError when the text is not a calendar date.
 */
export function midnightOf(date: LocalDate): Instant {
  const known = midnights.get(date);
  if (known !== undefined) return known;
  if (midnights.size >= REMEMBERED_DATES) midnights.clear();
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(TIME_ZONE).epochMilliseconds;
  midnights.set(date, midnight);
  return midnight;
}

/** From the midnight of one date until the midnight of another: the second date is no longer part. */
export function datesBetween(from: LocalDate, until: LocalDate | null): Period {
  return { from: midnightOf(from), until: until === null ? null : midnightOf(until) };
}

/** The same time of the day in Sweden some days later; where the clock skips that time, the time after it. */
export function daysLater(instant: Instant, days: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(TIME_ZONE).add({ days }).epochMilliseconds;
}

/** The same time of the day some months later; the last of a month that has no such day. */
export function monthsLater(instant: Instant, months: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(TIME_ZONE).add({ months })
    .epochMilliseconds;
}

/** The day that was asked for last, from its midnight until the next: reads ask for that of now, again and again. */
let lastDay: { readonly date: LocalDate; readonly from: Instant; readonly until: Instant } | undefined;

/** The date in Sweden at an instant. */
export function localDate(at: Instant): LocalDate {
  if (lastDay !== undefined && lastDay.from <= at && at < lastDay.until) return lastDay.date;
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  const date = day.toString();
  lastDay = { date, from: midnightOf(date), until: midnightOf(day.add({ days: 1 }).toString()) };
  return date;
}

/**
 * The instant at which somebody turns `age` years. Whoever was born on 29 February turns on 1 March in common years:
 * only then have the full years passed.
 */
export function turnsAt(birthDate: LocalDate, age: number): Instant {
  const year = Number(birthDate.slice(0, 4)) + age;
  const monthAndDay = birthDate.slice(4);
  return midnightOf(monthAndDay === '-02-29' && !isLeapYear(year) ? `${year}-03-01` : `${year}${monthAndDay}`);
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days of the calendar from one date to another; negative when the other comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The last day of each of so many parts of equal length, as far as days allow. Both days are included. */
export function lastDaysOfParts(from: LocalDate, through: LocalDate, parts: number): readonly LocalDate[] {
  const first = Temporal.PlainDate.from(from);
  const days = first.until(through).days + 1;
  return Array.from({ length: parts }, (_, index) =>
    first.add({ days: Math.floor((days * (index + 1)) / parts) - 1 }).toString(),
  );
}

/** Full years lived; negative before birth. */
export function ageAt(birthDate: LocalDate, at: Instant): number {
  const age = Number(localDate(at).slice(0, 4)) - Number(birthDate.slice(0, 4));
  return at < turnsAt(birthDate, age) ? age - 1 : age;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
