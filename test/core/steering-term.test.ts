import type { PackVersion } from '../../src/core/case-facts.js';
import { requireAboutNobody } from '../../src/core/steering.js';
import { steeringTerm } from '../../src/core/steering-term.js';
import { midnight, noon, UDDEVALLA } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const packs = (steeringMeetingsPerTerm: number | null): PackVersion[] => [
  { validFrom: midnight('2026-01-01'), pack: { ...UDDEVALLA, steeringMeetingsPerTerm } },
];
const SPRING = { from: '2026-01-01', through: '2026-06-30' };
const AUTUMN = { from: '2026-07-01', through: '2026-12-31' };
const met = (status: string, ...days: string[]) => days.map((day) => ({ status, startsAt: noon(day) }));

describe('twice a term', () => {
  const of = (meetings: ReturnType<typeof met>, day: string) => steeringTerm(packs(2), meetings, noon(day));

  test.each<[string, ReturnType<typeof met>, object]>([
    ['nothing', [], { held: 0, planned: 0, dueThrough: ['2026-03-31', '2026-06-30'] }],
    ['one planned', met('PLANNED', '2026-03-01'), { held: 0, planned: 1, dueThrough: ['2026-06-30'] }],
    ['one held', met('HELD', '2026-02-01'), { held: 1, planned: 0, dueThrough: ['2026-06-30'] }],
    [
      'one held and one planned',
      [...met('HELD', '2026-02-01'), ...met('PLANNED', '2026-05-01')],
      { held: 1, planned: 1, dueThrough: [] },
    ],
    ['three', met('HELD', '2026-01-01', '2026-02-01', '2026-06-30'), { held: 3, planned: 0, dueThrough: [] }],
    ['one cancelled', met('CANCELLED', '2026-02-01'), { held: 0, planned: 0 }],
    ['those of other terms', met('HELD', '2025-12-31', '2026-07-01', '2027-02-01'), { held: 0, planned: 0 }],
  ])('with %s', (_, meetings, expected) => {
    expect(of(meetings, '2026-02-02')).toMatchObject({ ...SPRING, required: 2, overdue: false, ...expected });
  });

  test('is overdue from the day after the one by which the next was to be held, whatever is planned', () => {
    const planned = met('PLANNED', '2026-04-10');
    expect(['2026-03-31', '2026-04-01'].map((day) => of(planned, day)?.overdue)).toEqual([false, true]);
    const held = met('HELD', '2026-03-30');
    expect(['2026-04-01', '2026-06-30'].map((day) => of(held, day)?.overdue)).toEqual([false, false]);
  });

  test('the terms meet at the midnights of Sweden', () => {
    const term = (at: number) => steeringTerm(packs(2), [], at)?.from;
    const [summer, winter] = [midnight('2026-07-01'), midnight('2027-01-01')];
    expect([summer - 1, summer, winter - 1, winter].map(term)).toEqual([
      '2026-01-01',
      '2026-07-01',
      '2026-07-01',
      '2027-01-01',
    ]);
    expect(of([], '2026-07-01')).toMatchObject({ ...AUTUMN, dueThrough: ['2026-09-30', '2026-12-31'] });
  });
});

test('as often as the rules say, and not at all where they say nothing', () => {
  const at = noon('2026-02-02');
  expect(steeringTerm(packs(3), [], at)?.dueThrough).toEqual(['2026-03-01', '2026-04-30', '2026-06-30']);
  expect(steeringTerm(packs(null), [], at)).toBeNull();
  expect(steeringTerm(packs(2), [], midnight('2026-01-01') - 1)).toBeNull();
});

test.each<[string, boolean]>([
  ['Elva ungdomar under våren 2026, sju under hösten 2025.', false],
  ['Möte 2026-02-01 kl. 13:30, telefon 0522-69 60 00.', false],
  ['20000105-2380', true],
  ['000105-2380', true],
  ['200001052380', true],
  ['0001052380', true],
  ['000105 2380', true],
  ['000105+2380', true],
  ['SIG-2026-011', true],
  ['om sig-2026-1.', true],
  ['Elias 000105-2380, igen', true],
  ['Diarienummer 9000105-2380 och 000105-23809', false],
])('of what is written down of the steering group, %j names somebody: %s', (text, names) => {
  const expected = names ? 'BAD_USER_INPUT minutesNameSomebody' : null;
  expect(refused(() => requireAboutNobody(text))).toBe(expected);
});
