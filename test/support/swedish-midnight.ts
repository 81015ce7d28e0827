/**
 * Midnight in Sweden by arithmetic alone (from 1996 on: one hour ahead of UTC, two from the last Sunday of March until
 * the last Sunday of October), so that a test does not ask the calendar that it tests.
 */
export function swedishMidnight(date: string): number {
  const known = midnights.get(date) ?? byArithmetic(date);
  midnights.set(date, known);
  return known;
}

const midnights = new Map<string, number>();

function byArithmetic(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const midnightUtc = Date.UTC(year, month - 1, day);
  const isSummer = midnightUtc > lastSunday(year, 2) && midnightUtc <= lastSunday(year, 9);
  return midnightUtc - (isSummer ? 2 : 1) * 60 * 60 * 1000;
}

/** Midnight UTC of the last Sunday of a month with 31 days; the clock changes later that night. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31));
  return Date.UTC(year, month, 31 - last.getUTCDay());
}
