import { endOf, requireFollowUp } from '../../src/core/closing.js';
import { consentPeriod, formPeriod } from '../../src/core/consent-evidence.js';
import { requirePeriodAhead, startOf } from '../../src/core/duty.js';
import { endOfPlace, requireFreePlace } from '../../src/core/group-place.js';
import type { RoleTermId } from '../../src/core/ids.js';
import { destroyedOn } from '../../src/core/proposal.js';
import { agesOutAt, requireNotAgedOut } from '../../src/core/rules/ageing-out.js';
import {
  custodyOn,
  requireDaysInOrder,
  requireFromToday,
  requireNoOverlap,
  requireNoYesBackdated,
} from '../../src/core/rules/custody-periods.js';
import { hasEnded, requireEndsOn } from '../../src/core/rules/important-person.js';
import { attendanceOf } from '../../src/core/steering.js';
import {
  custody,
  ELSA,
  elsasCase,
  JOHAN,
  MARIA,
  midnight,
  NILS,
  noon,
  refuses,
  UDDEVALLA,
  yes,
} from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const NOW = noon('2026-02-01');
const DAY = 24 * 60 * 60 * 1000;

describe('a follow-up after closing', () => {
  test.each([
    ['tomorrow', NOW + DAY, null],
    ['after a year', NOW + 366 * DAY, null],
    ['later than that', NOW + 366 * DAY + 1, 'BAD_USER_INPUT followUpTimes'],
    ['now', NOW, 'BAD_USER_INPUT followUpTimes'],
    ['yesterday', NOW - DAY, 'BAD_USER_INPUT followUpTimes'],
  ])('%s', (_, until, expected) => {
    expect(refused(() => requireFollowUp(NOW, until))).toBe(expected);
  });
});

describe('an assignment', () => {
  test.each([
    ['that runs ends now', { from: NOW - DAY, until: null }, NOW],
    ['that always ran ends now', { from: null, until: null }, NOW],
    ['that ends later ends now', { from: NOW - DAY, until: NOW + DAY }, NOW],
    ['that has not begun never does', { from: NOW + DAY, until: null }, NOW + DAY],
    ['that ends this instant has ended', { from: null, until: NOW }, 'INVALID_STATE assignmentEnded'],
    ['that ended has ended', { from: null, until: NOW - 1 }, 'INVALID_STATE assignmentEnded'],
  ])('%s', (_, period, expected) => {
    expect(refused(() => endOf(period, NOW)) ?? endOf(period, NOW)).toBe(expected);
  });

  test.each<[string, number | null, number | null, object | string]>([
    ['from now on', null, null, { from: NOW, until: null }],
    ['from this very instant', NOW, NOW + 1, { from: NOW, until: NOW + 1 }],
    ['from tomorrow', NOW + DAY, null, { from: NOW + DAY, until: null }],
    ['from before now', NOW - 1, null, 'BAD_USER_INPUT assignmentInPast'],
    ['for no time', null, NOW, 'BAD_USER_INPUT periodEmpty'],
    ['backwards', NOW + DAY, NOW, 'BAD_USER_INPUT periodEmpty'],
  ])('asked for %s', (_, from, until, expected) => {
    expect(refused(() => requirePeriodAhead(NOW, from, until)) ?? requirePeriodAhead(NOW, from, until)).toEqual(
      expected,
    );
  });

  test.each([
    ['begins with the yes', { from: NOW - DAY, until: null }, NOW],
    ['begins with the yes where no start was named', { from: null, until: NOW + 1 }, NOW],
    ['begins later, as asked', { from: NOW + DAY, until: null }, NOW + DAY],
    ['that is over does not', { from: NOW - DAY, until: NOW }, 'INVALID_STATE assignmentOver'],
  ])('confirmed now %s', (_, period, expected) => {
    expect(refused(() => startOf(period, NOW)) ?? startOf(period, NOW)).toBe(expected);
  });
});

describe('a place in a group', () => {
  const held = (validFrom: number, validUntil: number | null = null) => ({ validFrom, validUntil });
  const role = held(NOW - DAY);
  test.each([
    ['from now on', held(NOW), role, [], null],
    ['as long as the role', held(NOW), held(NOW), [], null],
    ['of nobody', held(NOW), null, [], 'BAD_USER_INPUT memberUnknown'],
    ['before the role', held(NOW), held(NOW + 1), [], 'BAD_USER_INPUT memberUnknown'],
    ['after the role', held(NOW), held(NOW - DAY, NOW), [], 'BAD_USER_INPUT memberUnknown'],
    ['in a role that ends later', held(NOW), held(NOW - DAY, NOW + 1), [], null],
    ['twice', held(NOW), role, [held(NOW - DAY)], 'INVALID_STATE inGroupAlready'],
    ['after one that ended', held(NOW), role, [held(NOW - DAY, NOW)], null],
    ['before one that comes', held(NOW, NOW + DAY), role, [held(NOW + DAY)], null],
    ['into one that comes', held(NOW, NOW + DAY + 1), role, [held(NOW + DAY)], 'INVALID_STATE inGroupAlready'],
    ['without end before one that comes', held(NOW), role, [held(NOW + DAY)], 'INVALID_STATE inGroupAlready'],
    [
      'between two',
      held(NOW, NOW + 1),
      role,
      [held(NOW - DAY, NOW), held(NOW - 1, NOW + 1)],
      'INVALID_STATE inGroupAlready',
    ],
  ])('%s', (_, place, inRole, others, expected) => {
    expect(refused(() => requireFreePlace(place, inRole, others))).toBe(expected);
  });

  test.each([
    ['ends now', held(NOW - DAY), NOW],
    ['that has not begun never does', held(NOW + DAY), NOW + DAY],
    ['that ends later ends now', held(NOW - DAY, NOW + 1), NOW],
    ['that has ended', held(NOW - DAY, NOW), 'INVALID_STATE groupPlaceEnded'],
  ])('%s', (_, place, expected) => {
    expect(refused(() => endOfPlace(place, NOW)) ?? endOfPlace(place, NOW)).toBe(expected);
  });
});

test.each<[string, number | null, number | null, object | string]>([
  ['at once', null, null, { appliesFrom: NOW, until: null }],
  ['from this instant', NOW, NOW + 1, { appliesFrom: NOW, until: NOW + 1 }],
  ['from a later day', NOW + DAY, null, { appliesFrom: NOW + DAY, until: null }],
  ['from the past', NOW - 1, null, 'BAD_USER_INPUT appliesFromPast'],
  ['until now', null, NOW, 'BAD_USER_INPUT periodEmpty'],
  ['backwards', NOW + DAY, NOW + 1, 'BAD_USER_INPUT periodEmpty'],
])('a form applies %s', (_, from, until, expected) => {
  expect(refused(() => formPeriod(NOW, from, until)) ?? formPeriod(NOW, from, until)).toEqual(expected);
});

test.each<[string, number | null, number | null, object | string]>([
  // Uddevalla lets a consent last twelve months.
  ['until the rules end it', null, null, { appliesFrom: NOW, until: noon('2027-02-01') }],
  ['as long as the rules let it', null, noon('2027-02-01'), { appliesFrom: NOW, until: noon('2027-02-01') }],
  ['a moment longer', null, noon('2027-02-01') + 1, 'BAD_USER_INPUT consentTooLong 12'],
  ['from a later day, as long from then', NOW + DAY, null, { appliesFrom: NOW + DAY, until: noon('2027-02-02') }],
  ['until now', null, NOW, 'BAD_USER_INPUT periodEmpty'],
])('a consent lasts %s', (_, appliesFrom, until, expected) => {
  const period = (): object => consentPeriod([{ validFrom: 0, pack: UDDEVALLA }], NOW, { appliesFrom, until });
  expect(refused(period) ?? period()).toEqual(expected);
});

describe('custody', () => {
  test('its days are in order', () => {
    expect(refused(() => requireDaysInOrder('2026-01-01', null))).toBeNull();
    expect(refused(() => requireDaysInOrder('2026-01-01', '2026-01-02'))).toBeNull();
    expect(refused(() => requireDaysInOrder('2026-01-01', '2026-01-01'))).toBe('BAD_USER_INPUT periodEmpty');
  });

  const years = (from: string, until: string | null) => custody(MARIA, { from, until });
  test.each([
    ['another guardian', custody(JOHAN), null],
    ['another child', custody(JOHAN, { subjectId: NILS }), null],
    ['before', years('2010-01-01', '2015-01-01'), null],
    ['after', years('2020-01-01', null), null],
    ['one day of it', years('2019-12-31', null), 'CONFLICT custodyOverlaps'],
    ['its first day', years('2010-01-01', '2015-01-02'), 'CONFLICT custodyOverlaps'],
    ['all of it', years('2010-01-01', null), 'CONFLICT custodyOverlaps'],
  ])('beside one from 2015 until 2020: %s', (_, added, expected) => {
    expect(
      refused(() =>
        requireNoOverlap(
          [custody(MARIA, { subjectId: NILS, from: '2000-01-01' }), years('2015-01-01', '2020-01-01')],
          added,
        ),
      ),
    ).toBe(expected);
  });
  test('one without end leaves room before it alone', () => {
    const open = [years('2015-01-01', null)];
    expect(refused(() => requireNoOverlap(open, years('2010-01-01', '2015-01-01')))).toBeNull();
    expect(refused(() => requireNoOverlap(open, years('2030-01-01', '2031-01-01')))).toBe('CONFLICT custodyOverlaps');
    expect(refused(() => requireNoOverlap([], years('2010-01-01', null)))).toBeNull();
  });

  const known = [custody(JOHAN), custody(MARIA, { subjectId: NILS }), years('2015-01-01', '2020-01-01')];
  test.each([
    ['the first day', ELSA, MARIA, '2015-01-01', 2],
    ['the last day', ELSA, MARIA, '2019-12-31', 2],
    ['without end', ELSA, JOHAN, '2030-01-01', 0],
    ['of the brother', NILS, MARIA, '2014-01-01', 1],
    ['the day before', ELSA, MARIA, '2014-12-31', 'INVALID_STATE noCustody'],
    ['the day after', ELSA, MARIA, '2020-01-01', 'INVALID_STATE noCustody'],
    ['nobody’s', NILS, JOHAN, '2016-01-01', 'INVALID_STATE noCustody'],
  ])('on a day: %s', (_, subject, guardian, day, expected) => {
    const found = refused(() => custodyOn(known, subject, guardian, day)) ?? custodyOn(known, subject, guardian, day);
    expect(typeof expected === 'number' ? known.indexOf(found as (typeof known)[number]) : found).toBe(expected);
  });

  test('what opens does so from today on', () => {
    expect(refused(() => requireFromToday('2026-02-01', NOW))).toBeNull();
    expect(refused(() => requireFromToday('2026-02-02', NOW))).toBeNull();
    expect(refused(() => requireFromToday('2026-01-31', NOW))).toBe('BAD_USER_INPUT opensBackwards');
  });

  const yesterday = { ...custody(MARIA), from: '2026-01-31' };
  const january = { ...custody(MARIA), from: '2026-01-01', until: '2026-01-15' };
  test.each([
    ['who said nothing', [], yesterday, null],
    ['who said no', [refuses(MARIA, noon('2026-01-05'))], yesterday, null],
    ['who said yes', [yes(MARIA, noon('2026-01-05'))], yesterday, 'BAD_USER_INPUT opensBackwards'],
    ['whose yes comes after the custody', [yes(MARIA, midnight('2026-01-15'))], january, null],
    [
      'whose yes comes on its last day',
      [yes(MARIA, midnight('2026-01-15') - 1)],
      january,
      'BAD_USER_INPUT opensBackwards',
    ],
    ['when another said yes', [yes(JOHAN, noon('2026-01-05'))], yesterday, null],
    ['who said yes about a brother', [yes(MARIA, noon('2026-01-05'), { subjectId: NILS })], yesterday, null],
    ['who said yes among others', [yes(JOHAN, NOW), yes(MARIA, NOW)], yesterday, 'BAD_USER_INPUT opensBackwards'],
    ['who said yes, from today', [yes(MARIA, noon('2026-01-05'))], { ...yesterday, from: '2026-02-01' }, null],
  ])('that began earlier, of somebody %s', (_, said, added, expected) => {
    expect(refused(() => requireNoYesBackdated(elsasCase({ said }).ledger, added, NOW))).toBe(expected);
  });
});

describe('another important person', () => {
  test.each([
    ['ends on a later day', null, '2026-02-01', null],
    ['was a mistake: ends on the first day', null, '2026-01-01', null],
    ['not before the first day', null, '2025-12-31', 'BAD_USER_INPUT endBeforeStart'],
    ['not twice', '2026-03-01', '2026-02-01', 'INVALID_STATE importantPersonEnded'],
  ])('%s', (_, known, until, expected) => {
    expect(refused(() => requireEndsOn('2026-01-01', known, until))).toBe(expected);
  });
  test('has ended from the day of the end on', () => {
    expect([null, '2026-02-02', '2026-02-01', '2026-01-31'].map((until) => hasEnded(until, '2026-02-01'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('ageing out', () => {
  test('on the 21st birthday in Uddevalla, at midnight; never before there are rules', () => {
    expect(agesOutAt(elsasCase({ rules: UDDEVALLA }).packs, '2011-06-10', NOW)).toBe(midnight('2032-06-10'));
    expect(agesOutAt(elsasCase({ rules: { ...UDDEVALLA, targetAgeThrough: 19 } }).packs, '2011-06-10', NOW)).toBe(
      midnight('2031-06-10'),
    );
    expect(agesOutAt([], '2011-06-10', NOW)).toBeNull();
  });
  const birthday = midnight('2032-06-10');
  test.each([
    ['PLAN', birthday - 1, null],
    ['PLAN', birthday, 'INVALID_STATE agedOut'],
    ['PLAN', birthday + DAY, 'INVALID_STATE agedOut'],
    ['PLAN_OWN_WORDS', birthday, 'INVALID_STATE agedOut'],
    ['ASSIGN', birthday, 'INVALID_STATE agedOut'],
    ['PROGRESS_ACTION', birthday, null],
    ['CLOSE', birthday, null],
    ['RECORD_MEETING', birthday, null],
  ] as const)('%s at %i', (act, at, expected) => {
    expect(refused(() => requireNotAgedOut(act, elsasCase(), at))).toBe(expected);
  });
  test('of whom no birth date is known, nothing is refused here; others’ birthdays do not count', () => {
    expect(refused(() => requireNotAgedOut('PLAN', elsasCase({ born: null }), birthday))).toBeNull();
    expect(refused(() => requireNotAgedOut('PLAN', elsasCase({ persons: [] }), birthday))).toBeNull();
    expect(refused(() => requireNotAgedOut('PLAN', elsasCase({ packs: [] }), birthday))).toBeNull();
    const nilsFirst = elsasCase().persons.toReversed();
    expect(refused(() => requireNotAgedOut('PLAN', elsasCase({ persons: nilsFirst }), birthday))).not.toBeNull();
  });
});

test('a declined proposal is destroyed so many days later', () => {
  expect(destroyedOn(noon('2026-02-01'), 30)).toBe('2026-03-03');
  expect(destroyedOn(noon('2026-02-01'), 1)).toBe('2026-02-02');
});

describe('who came to the steering group', () => {
  const place = (name: string, from: number, until: number | null = null) => ({
    roleTermId: name as RoleTermId,
    from,
    until,
  });
  const places = [
    place('Ulla', NOW - DAY),
    place('Bertil', NOW),
    place('Cecilia', NOW + 1),
    place('David', NOW - DAY, NOW),
    place('Anders', NOW - DAY, NOW + 1),
  ];
  const came = (...names: string[]) => attendanceOf(places, NOW, names as RoleTermId[]);
  test('members at its beginning came or were absent', () => {
    expect(came('Ulla', 'Bertil')).toEqual({ attendedIds: ['Bertil', 'Ulla'], absentIds: ['Anders'] });
    expect(came()).toEqual({ attendedIds: [], absentIds: ['Anders', 'Bertil', 'Ulla'] });
    expect(came('Ulla', 'Ulla').attendedIds).toEqual(['Ulla']);
  });
  test.each(['Cecilia', 'David', 'Nobody'])('%s was no member then', (name) => {
    expect(refused(() => came('Ulla', name))).toBe('BAD_USER_INPUT steeringMemberUnknown');
  });
});
