import { nextMeetingDue, seriesStarts } from '../../src/core/cadence.js';
import type { RulePack } from '../../src/core/case-facts.js';
import { elsasCase } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const at = (text: string): number => Date.parse(text);
const held = (startsAt: string, more: object = {}): { kind: string; status: string; startsAt: number } => ({
  ...{ kind: 'FOLLOW_UP', status: 'HELD', startsAt: at(startsAt) },
  ...more,
});
const rules = (from: number, through: number): RulePack => ({
  ...elsasCase().packs[0]!.pack,
  ...{ followUpEveryDaysFrom: from, followUpEveryDaysThrough: through },
});
const uddevalla = elsasCase({ rules: rules(14, 21) });
const vellinge = elsasCase({ rules: rules(14, 14) });

it.each([
  ['two to three weeks after the last one in Uddevalla', uddevalla, '2026-03-16', '2026-03-23'],
  ['about two weeks after it in Vellinge', vellinge, '2026-03-16', '2026-03-16'],
])('is due %s', (_, facts, from, through) => {
  const meetings = [held('2026-02-01T13:00:00Z'), held('2026-03-02T13:00:00Z')];
  expect(nextMeetingDue(facts, meetings, at('2026-03-10T12:00:00Z'))).toEqual({ from, through, overdue: false });
});

it('is overdue from the midnight behind the last day, whatever is planned', () => {
  const meetings = [held('2026-03-02T13:00:00Z'), held('2026-03-30T13:00:00Z', { status: 'PLANNED' })];
  const overdue = (now: string): boolean => nextMeetingDue(uddevalla, meetings, at(now))!.overdue;
  expect([overdue('2026-03-23T22:59:59Z'), overdue('2026-03-23T23:00:00Z')]).toEqual([false, true]);
});

it('is not overdue while the case is paused, though it is due all the same', () => {
  const paused = { ...uddevalla, startedOn: '2026-02-01' };
  const due = nextMeetingDue(paused, [held('2026-03-02T13:00:00Z')], at('2026-06-01T12:00:00Z'));
  expect(due).toEqual({ from: '2026-03-16', through: '2026-03-23', overdue: false });
});

it('is not due before a first meeting was held, nor by an introductory talk or one that was cancelled', () => {
  const others = [
    held('2026-03-02T13:00:00Z', { kind: 'INTRODUCTION' }),
    held('2026-03-02T13:00:00Z', { status: 'CANCELLED' }),
  ];
  expect(nextMeetingDue(uddevalla, others, at('2026-06-01T12:00:00Z'))).toBeNull();
});

it('is not due, and so not overdue, once the case is closed', () => {
  const over = { ...uddevalla, status: 'CLOSED' } as const;
  expect(nextMeetingDue(over, [held('2026-03-02T13:00:00Z')], at('2026-06-01T12:00:00Z'))).toBeNull();
});

it('proposes a series at the same time of the day, also across the night in which the clock changes', () => {
  const series = { first: at('2026-03-17T14:00:00+01:00'), count: 3, everyDays: null };
  const starts = seriesStarts(vellinge, series, at('2026-03-01T00:00:00Z'));
  const expected = ['2026-03-17T14:00:00+01:00', '2026-03-31T14:00:00+02:00', '2026-04-14T14:00:00+02:00'];
  expect(starts).toEqual(expected.map(at));
});

it.each([
  ['of no meetings', 0, 14],
  ['of too many', 21, 14],
  ['too far apart', 2, 61],
  ['on one day', 2, 0],
])('refuses a series %s', (_, count, everyDays) => {
  const refusal = refused(() => seriesStarts(vellinge, { first: 0, count, everyDays }, 0));
  expect(refusal).toBe('BAD_USER_INPUT seriesOutside 20 60');
});

it.each([
  ['one meeting', 1, 14],
  ['twenty', 20, 14],
  ['every day', 2, 1],
  ['sixty days apart', 2, 60],
])('proposes %s', (_, count, everyDays) => {
  expect(seriesStarts(vellinge, { first: 0, count, everyDays }, 0)).toHaveLength(count);
});

it('counts from the first meeting as well', () => {
  const due = nextMeetingDue(vellinge, [held('2026-03-02T13:00:00Z', { kind: 'FIRST' })], at('2026-03-10T12:00:00Z'));
  expect(due?.from).toBe('2026-03-16');
});

it('says nothing before there are any rules, and takes the days that are given', () => {
  const early = at('1999-12-31T12:00:00Z');
  expect(nextMeetingDue(vellinge, [held('1999-12-01T13:00:00Z')], early)).toBeNull();
  expect(seriesStarts(vellinge, { first: early, count: 1, everyDays: 7 }, early)).toEqual([early]);
  const unruled = { first: early, count: 2, everyDays: null };
  expect(refused(() => seriesStarts(vellinge, unruled, early))).toBe('BAD_USER_INPUT seriesOutside 20 60');
});
