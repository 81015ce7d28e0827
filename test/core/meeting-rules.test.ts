import type { MeetingParties, RulePack } from '../../src/core/case-facts.js';
import type { CaseStatus } from '../../src/core/case-status.js';
import {
  requireBegun,
  requireDuringFollowUp,
  requireMeetingKind,
  requireMeetingTime,
  requirePlanned,
  requireStanding,
} from '../../src/core/meeting.js';
import type { MeetingKind } from '../../src/core/meeting-kind.js';
import { agencyOf, isCovered, isWithinConsent } from '../../src/core/rules/invitation-within-consent.js';
import type { Invitee } from '../../src/core/rules/invitation-within-consent.js';
import { isRequired, missingParties } from '../../src/core/rules/meeting-parties.js';
import type { Called } from '../../src/core/rules/meeting-parties.js';
import { mayStay } from '../../src/core/rules/who-may-stay.js';
import type { Talk } from '../../src/core/rules/who-may-stay.js';
import {
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  LEISURE,
  MARIA,
  midnight,
  NILS,
  noon,
  people,
  POLICE,
  SCHOOL,
  SOCIAL,
  VELLINGE,
  withdraws,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const START = noon('2026-01-10');
const NOW = noon('2026-02-01');
const NAMES = Object.keys(people) as Name[];

const professional = (id: string): Invitee => ({ kind: 'PROFESSIONAL', id });
const grandmother: Invitee = { kind: 'IMPORTANT_PERSON', id: 'grandmother' };
/** Each as somebody who is called; the office is called to no case. */
const CALLED: Partial<Record<Name | 'grandmother', Invitee>> = {
  ...Object.fromEntries(
    (['sara', 'anna', 'karin', 'petra', 'lars', 'bo'] as const).map((name) => [
      name,
      professional(people[name].roleTermId),
    ]),
  ),
  elsa: { kind: 'YOUNG_PERSON', id: ELSA },
  maria: { kind: 'GUARDIAN', id: MARIA },
  johan: { kind: 'GUARDIAN', id: JOHAN },
  grandmother,
};
const whoOf = (may: (invitee: Invitee) => boolean): string[] =>
  Object.entries(CALLED).flatMap(([name, invitee]) => (may(invitee) ? [name] : []));

const both = [grant(['IDENTITY', 'MEETING'], SOCIAL, SCHOOL), grant(['IDENTITY'], SOCIAL, POLICE)];
const said = [yes(MARIA, START, { grants: both }), yes(JOHAN, START, { grants: both })];
const facts = elsasCase({ said });
const FAMILY = ['elsa', 'maria', 'johan'];

describe('who may be called to a meeting', () => {
  const called = (kind: MeetingKind, about = facts, at = NOW): string[] =>
    whoOf((invitee) => isCovered(about, kind, invitee, at));

  test('whom consent tells who she is and that there is a meeting, and who needs none', () => {
    expect(called('FOLLOW_UP')).toEqual(['sara', 'anna', 'karin', ...FAMILY, 'grandmother']);
  });
  test('to the introductory talk the family and the coordinator’s agency', () => {
    expect(called('INTRODUCTION')).toEqual(['sara', 'anna', ...FAMILY]);
  });
  test('nobody else once consent is taken back, and nobody of no agency', () => {
    const withdrawn = elsasCase({ said: [...said, withdraws(JOHAN, START)] });
    expect(called('FOLLOW_UP', withdrawn)).toEqual(['sara', 'anna', ...FAMILY]);
  });
  test('in a closed case the same, while the consent stands', () => {
    expect(called('FOLLOW_UP', { ...facts, status: 'CLOSED' })).toEqual(called('FOLLOW_UP'));
    const withdrawn = elsasCase({ said: [...said, withdraws(JOHAN, START)] });
    expect(called('FOLLOW_UP', { ...withdrawn, status: 'CLOSED' })).not.toContain('grandmother');
  });
  test('only who is assigned, and only parents who have a say', () => {
    expect(called('FOLLOW_UP', { ...facts, assignments: [] })).toEqual([...FAMILY, 'grandmother']);
    expect(called('FOLLOW_UP', { ...facts, custody: [] })).not.toContain('maria');
    expect(called('FOLLOW_UP', elsasCase({ said, born: '2008-01-15' }))).toEqual(['sara', 'anna', 'elsa']);
    const over = facts.assignments.map((one) => ({ ...one, period: { from: null, until: NOW } }));
    expect(called('FOLLOW_UP', { ...facts, assignments: over })).toEqual([...FAMILY, 'grandmother']);
  });
  test('no other young person', () => {
    expect(isCovered(facts, 'FIRST', { kind: 'YOUNG_PERSON', id: NILS }, NOW)).toBe(false);
    expect(isCovered(facts, 'FIRST', professional('nobody'), NOW)).toBe(false);
    const unknown = { ...facts, youngPersonId: MARIA };
    expect(isCovered(unknown, 'FIRST', { kind: 'GUARDIAN', id: JOHAN }, NOW)).toBe(false);
  });

  test('the coordinator’s own agency needs none, and others both the name and the meeting', () => {
    const within = [SOCIAL, SCHOOL, POLICE, LEISURE].map((agencyId) => isWithinConsent(facts, agencyId, NOW));
    expect(within).toEqual([true, true, false, false]);
    expect(isWithinConsent(facts, SCHOOL, START - 1)).toBe(false);
    expect(isWithinConsent({ ...facts, youngPersonId: MARIA }, SCHOOL, NOW)).toBe(false);
    expect([agencyOf(facts, people.bo.roleTermId), agencyOf(facts, 'nobody')]).toEqual([POLICE, null]);
  });
});

describe('who may stay in the room', () => {
  const cells = [grant(['SCHOOL_ATTENDANCE']), grant(['SCHOOL_ATTENDANCE'], SCHOOL, SOCIAL)];
  const open = [yes(MARIA, START, { grants: cells }), yes(JOHAN, START, { grants: cells })];
  const talk = (more: Partial<Talk> = {}): Talk => ({
    ...{ sourceId: SCHOOL, category: 'SCHOOL_ATTENDANCE', subjectIds: [ELSA], heldBack: false, hiddenFromIds: [] },
    ...more,
  });
  const stays = (more: Partial<Talk> = {}, at = NOW): string[] =>
    whoOf((invitee) => mayStay(elsasCase({ said: open }), talk(more), invitee, at));

  test.each<[string, Partial<Talk>, string[]]>([
    ['her attendance', {}, ['sara', 'anna', 'karin', 'bo', ...FAMILY]],
    ['her results', { category: 'SCHOOL_RESULTS' }, ['karin', ...FAMILY]],
    ['the plan', { category: 'PLAN' }, ['karin', ...FAMILY, 'grandmother']],
    ['the meetings', { category: 'MEETING' }, ['karin', ...FAMILY, 'grandmother']],
    ['what the school holds back', { heldBack: true }, ['karin']],
    ['what it holds back of the plan', { heldBack: true, category: 'PLAN' }, ['karin']],
    ['what is kept from Johan', { hiddenFromIds: [JOHAN] }, ['sara', 'anna', 'karin', 'bo', 'elsa', 'maria']],
    ['her brother', { subjectIds: [NILS] }, ['karin']],
    ['both', { subjectIds: [ELSA, NILS] }, ['karin']],
    ['a guardian', { subjectIds: [MARIA] }, ['karin']],
  ])('while %s is talked about', (_, more, expected) => {
    expect(stays(more)).toEqual(expected);
  });
  test('nobody who is not assigned, and nobody before consent applies', () => {
    expect(mayStay(elsasCase({ said: open, assignments: [] }), talk(), professional(people.bo.roleTermId), NOW)).toBe(
      false,
    );
    expect(stays({}, START - 1)).toEqual(['karin', ...FAMILY]);
  });
});

describe('whom a meeting needs', () => {
  const first: MeetingParties = {
    kind: 'FIRST',
    required: ['YOUNG_PERSON', 'GUARDIAN', 'COORDINATOR', 'SOCIAL_SERVICES', 'POLICE'],
    optional: ['LEISURE'],
  };
  const rules: RulePack = { ...VELLINGE, meetingParties: [first] };
  const called = (kind: string, profession: string | null = null, agencyKind: Called['agencyKind'] = null): Called => ({
    ...{ kind, profession, agencyKind },
  });
  const elsa = called('YOUNG_PERSON');
  const maria = called('GUARDIAN');
  const sara = called('PROFESSIONAL', 'COORDINATOR', 'SOCIAL_SERVICES');
  const anna = called('PROFESSIONAL', 'SOCIAL_WORKER', 'SOCIAL_SERVICES');
  const bo = called('PROFESSIONAL', 'POLICE_OFFICER', 'POLICE');
  const lars = called('PROFESSIONAL', 'LEISURE_LEADER', 'LEISURE');

  test.each<[string, Called[], string[]]>([
    ['nobody but the coordinator, who calls them', [], ['YOUNG_PERSON', 'GUARDIAN', 'SOCIAL_SERVICES', 'POLICE']],
    ['everybody', [elsa, maria, sara, anna, bo], []],
    ['the coordinator, who does not stand for her agency', [elsa, maria, sara, bo], ['SOCIAL_SERVICES']],
    ['leisure, which may come', [elsa, maria, sara, anna, lars], ['POLICE']],
    ['a grandmother', [called('IMPORTANT_PERSON'), elsa, maria, sara, anna, bo], []],
  ])('with %s', (_, those, missing) => {
    expect(missingParties(elsasCase({ rules }), 'FIRST', those, NOW)).toEqual(missing);
  });
  test('of other kinds the rules say nothing, nor before there are any', () => {
    expect(missingParties(elsasCase({ rules }), 'FOLLOW_UP', [], NOW)).toEqual([]);
    expect(missingParties(elsasCase({ rules }), 'FIRST', [], midnight('1999-12-31'))).toEqual([]);
  });
  test('who is required', () => {
    const required = (kind: MeetingKind, at = NOW): boolean[] =>
      [elsa, maria, sara, anna, bo, lars, called('IMPORTANT_PERSON')].map((one) =>
        isRequired(elsasCase({ rules }), kind, one, at),
      );
    expect(required('FIRST')).toEqual([true, true, true, true, true, false, false]);
    expect(required('CLOSING')).toEqual(Array.from({ length: 7 }, () => false));
    expect(required('FIRST', midnight('1999-12-31'))).toEqual(Array.from({ length: 7 }, () => false));
  });
});

describe('when and of which kind', () => {
  const HOUR = 3_600_000;
  const time = (startsIn: number, endsIn: number): string | null =>
    refused(() => requireMeetingTime(NOW, NOW + startsIn, NOW + endsIn));
  const YEARS = 2 * 365 * 24 * HOUR;
  test.each([
    ['in the next millisecond', 1, HOUR, null],
    ['now', 0, HOUR, 'BAD_USER_INPUT meetingInPast'],
    ['with no length', HOUR, HOUR, 'BAD_USER_INPUT periodEmpty'],
    ['for twelve hours', HOUR, 13 * HOUR, null],
    ['for a millisecond more', HOUR, 13 * HOUR + 1, 'BAD_USER_INPUT meetingTimes'],
    ['in two years', YEARS, YEARS + HOUR, null],
    ['a millisecond later', YEARS + 1, YEARS + HOUR, 'BAD_USER_INPUT meetingTimes'],
  ])('%s', (_, startsIn, endsIn, expected) => {
    expect(time(startsIn, endsIn)).toBe(expected);
  });

  const held = [{ kind: 'FIRST', status: 'HELD' }];
  test.each<
    [MeetingKind, Parameters<typeof requireMeetingKind>[1]['status'], { kind: string; status: string }[], string | null]
  >([
    ['INTRODUCTION', 'ACCEPTED', [], null],
    ['INTRODUCTION', 'PAUSED', [], null],
    ['FIRST', 'CONSENT_PENDING', [], 'CONSENT_REQUIRED meetingNeedsConsent'],
    ['FIRST', 'PAUSED', [], 'CONSENT_REQUIRED meetingNeedsConsent'],
    ['FIRST', 'ACTIVE', [], null],
    ['FIRST', 'ACTIVE', [{ kind: 'FIRST', status: 'CANCELLED' }], null],
    ['FIRST', 'ACTIVE', [{ kind: 'FOLLOW_UP', status: 'HELD' }], null],
    ['FIRST', 'ACTIVE', held, 'INVALID_STATE firstMeetingExists'],
    ['FOLLOW_UP', 'ACTIVE', held, null],
    ['FOLLOW_UP', 'PAUSED', held, 'CONSENT_REQUIRED meetingNeedsConsent'],
    ['CLOSING', 'ACTIVE', [], null],
    ['STEERING', 'ACTIVE', [], 'BAD_USER_INPUT steeringHasNoCase'],
    ['STEERING', 'CLOSED', [], 'BAD_USER_INPUT steeringHasNoCase'],
    ['FOLLOW_UP', 'CLOSED', held, null],
    ['INTRODUCTION', 'CLOSED', [], 'INVALID_STATE statusForbids CLOSED'],
    ['CLOSING', 'CLOSED', [], 'INVALID_STATE statusForbids CLOSED'],
  ])('a %s meeting while the case is %s, after %j', (kind, status, standing, expected) => {
    const isCarried = status === 'ACTIVE' || status === 'CLOSED';
    expect(refused(() => requireMeetingKind(kind, { status, isCarried }, standing))).toBe(expected);
  });
  test('a closed case is followed up under the consent that carried it, and not before it began', () => {
    const kinds = (status: CaseStatus, isCarried: boolean): (string | null)[] =>
      (['FOLLOW_UP', 'INTRODUCTION'] as const).map((kind) =>
        refused(() => requireMeetingKind(kind, { status, isCarried }, held)),
      );
    expect(kinds('CLOSED', false)).toEqual([
      'CONSENT_REQUIRED meetingNeedsConsent',
      'INVALID_STATE statusForbids CLOSED',
    ]);
    expect(kinds('CONSENT_PENDING', true)).toEqual(['CONSENT_REQUIRED meetingNeedsConsent', null]);
  });
  test('while it is followed up, and no longer', () => {
    const until = (end: number | null) => [{ ...facts.assignments[0]!, period: { from: null, until: end } }];
    const { roleTermId } = facts.assignments[0]!;
    const during = (end: number | null, startsAt: number): string | null =>
      refused(() => requireDuringFollowUp(until(end), roleTermId, startsAt));
    expect([during(null, NOW), during(NOW + 1, NOW)]).toEqual([null, null]);
    expect(during(NOW, NOW)).toBe('BAD_USER_INPUT meetingAfterFollowUp');
  });

  test('nobody came to what has not begun, and what is over is planned no more', () => {
    const begun = [NOW - 1, NOW, NOW + 1].map((startsAt) => refused(() => requireBegun(startsAt, NOW)));
    expect(begun).toEqual([null, null, 'INVALID_STATE meetingNotBegun']);
    const planned = ['PLANNED', 'HELD', 'CANCELLED'].map((status) => refused(() => requirePlanned(status)));
    expect(planned).toEqual([null, 'INVALID_STATE meetingNotPlanned', 'INVALID_STATE meetingNotPlanned']);
    const standing = [false, true].map((withdrawn) => refused(() => requireStanding({ withdrawn })));
    expect(standing).toEqual([null, 'INVALID_STATE invitationWithdrawn']);
  });
});

test('nobody of the office is called to a case', () => {
  expect(NAMES.filter((name) => !(name in CALLED))).toEqual(['stig', 'ada']);
  expect(isCovered(facts, 'FIRST', professional(people.stig.roleTermId), NOW)).toBe(false);
  expect(isCovered(facts, 'FIRST', { kind: 'GUARDIAN', id: 'Ada' }, NOW)).toBe(false);
});
