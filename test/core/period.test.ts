import { ALWAYS, contains, earlier, intersect, united } from '../../src/core/period.js';

const p = (from: number | null, until: number | null): { from: number | null; until: number | null } => ({
  from,
  until,
});

test('the start belongs to a period, the end does not', () => {
  expect([9, 10, 19, 20].map((at) => contains(p(10, 20), at))).toEqual([false, true, true, false]);
  expect([-1, 0, 1].map((at) => contains(ALWAYS, at))).toEqual([true, true, true]);
});

test('no end is later than every end', () => {
  expect([earlier(null, 1), earlier(1, null), earlier(2, 1), earlier(null, null)]).toEqual([1, 1, 1, null]);
});

test.each([
  ['touching periods join', [p(1, 2), p(2, 3)], [p(1, 3)]],
  ['empty and reversed periods vanish', [p(1, 1), p(5, 2)], []],
  ['order does not matter', [p(5, 6), p(null, 2)], [p(null, 2), p(5, 6)]],
  ['an unbounded period swallows the rest', [p(5, null), p(6, 7), p(1, 2)], [p(1, 2), p(5, null)]],
  ['two without a start', [p(null, 2), p(null, 4)], [p(null, 4)]],
  ['two without a start, before 1970', [p(null, -4), p(null, -2)], [p(null, -2)]],
  ['one that goes on without end', [p(1, 5), p(2, null)], [p(1, null)]],
])('united: %s', (_, periods, expected) => {
  expect(united(periods)).toEqual(expected);
});

test.each([
  ['overlap', [p(1, 5)], [p(3, 9)], [p(3, 5)]],
  ['only touching is nothing', [p(1, 3)], [p(3, 9)], []],
  ['several at once', [p(null, 4), p(6, null)], [p(2, 8)], [p(2, 4), p(6, 8)]],
  ['everything and something', [ALWAYS], [p(1, 2)], [p(1, 2)]],
  ['nothing and everything', [], [ALWAYS], []],
  ['before 1970', [p(null, null)], [p(-5, -2)], [p(-5, -2)]],
])('intersect: %s', (_, a, b, expected) => {
  expect(intersect(a, b)).toEqual(expected);
  expect(intersect(b, a)).toEqual(expected);
});
