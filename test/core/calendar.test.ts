import { ageAt, localDate, midnightOf, monthsAfter, turnsAt } from '../../src/core/calendar.js';
import { swedishMidnight } from '../support/swedish-midnight.js';

const iso = (at: number): string => new Date(at).toISOString();

test.each([
  ['an ordinary winter day', '2026-01-15', '2026-01-14T23:00:00.000Z'],
  ['an ordinary summer day', '2026-07-15', '2026-07-14T22:00:00.000Z'],
  ['the day on which summer time begins', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['the day after', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['the day on which summer time ends', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['the day after', '2026-10-26', '2026-10-25T23:00:00.000Z'],
])('midnight of %s is the local one', (_, date, expected) => {
  expect(iso(midnightOf(date))).toBe(expected);
});

test('midnight agrees with plain arithmetic on every day from 1996 to 2045', () => {
  const wrong: string[] = [];
  for (let day = Date.UTC(1996, 0, 1); day < Date.UTC(2046, 0, 1); day += 24 * 60 * 60 * 1000) {
    const date = iso(day).slice(0, 10);
    if (midnightOf(date) !== swedishMidnight(date)) wrong.push(date);
  }
  expect(wrong).toEqual([]);
});

test.each(['2026-02-30', '2026-13-01', '', 'yesterday'])('%p is no date', (text) => {
  expect(() => midnightOf(text)).toThrow(RangeError);
});

test.each([
  ['2011-06-10', 15, '2026-06-09T22:00:00.000Z'],
  ['2008-12-24', 18, '2026-12-23T23:00:00.000Z'],
  ['2008-03-29', 18, '2026-03-28T23:00:00.000Z'],
  ['2011-10-25', 15, '2026-10-24T22:00:00.000Z'],
  ['2011-06-10', 0, '2011-06-09T22:00:00.000Z'],
  // Born on a leap day: 1 March in a common year, the day itself in a leap year.
  ['2008-02-29', 15, '2023-02-28T23:00:00.000Z'],
  ['2008-02-29', 18, '2026-02-28T23:00:00.000Z'],
  ['2008-02-29', 20, '2028-02-28T23:00:00.000Z'],
  // 2000 is a leap year, 2100 is none.
  ['1980-02-29', 20, '2000-02-28T23:00:00.000Z'],
  ['2080-02-29', 20, '2100-02-28T23:00:00.000Z'],
])('whoever is born on %s turns %i at %s', (birthDate, age, expected) => {
  expect(iso(turnsAt(birthDate, age))).toBe(expected);
});

test.each(['2011-06-10', '2008-02-29', '2007-03-01', '2008-12-31', '2008-01-01'])(
  'whoever is born on %s is one year older from each birthday on',
  (birthDate) => {
    for (let age = 0; age <= 21; age += 1) {
      expect(ageAt(birthDate, turnsAt(birthDate, age) - 1)).toBe(age - 1);
      expect(ageAt(birthDate, turnsAt(birthDate, age))).toBe(age);
    }
  },
);

test('the date is the one on a Swedish wall', () => {
  expect(localDate(Date.parse('2026-06-09T21:59:59.999Z'))).toBe('2026-06-09');
  expect(localDate(Date.parse('2026-06-09T22:00:00.000Z'))).toBe('2026-06-10');
  expect(localDate(Date.parse('2026-12-31T23:00:00.000Z'))).toBe('2027-01-01');
});

test('four months on it is the same day, or the last of a month that has no such day', () => {
  const after = ['2026-01-15', '2026-10-31', '2027-10-31'].map((date) => monthsAfter(date, 4));
  expect(after).toEqual(['2026-05-15', '2027-02-28', '2028-02-29']);
});
