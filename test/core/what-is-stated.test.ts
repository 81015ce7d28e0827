import type { AgencyId } from '../../src/core/ids.js';
import { INFORMATION_CATEGORIES, OUTCOME_CATEGORIES } from '../../src/core/information-category.js';
import { memoised } from '../../src/core/memoised.js';
import { requireFollowedUp, requireOutcome } from '../../src/core/outcome.js';
import { RISK_AREAS, ticked } from '../../src/core/proposal.js';
import type { ProposalBasis } from '../../src/core/proposal.js';
import { basisOf, requireNamed } from '../../src/core/rules/blind-proposal.js';
import { requireConcern } from '../../src/core/rules/concern-report-gate.js';
import type { Concern } from '../../src/core/rules/concern-report-gate.js';
import { situationByCategory } from '../../src/core/situation.js';
import { elsasCase, LEISURE, midnight, POLICE, SCHOOL, SOCIAL, STUDENT_HEALTH } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

describe('the report of concern', () => {
  const TODAY = midnight('2026-02-01');
  const reported: Concern = { stand: 'REPORTED', reference: 'SN 2026/12', reportedOn: '2026-02-01' };
  const involved: Concern = { stand: 'KNOWN_TO_BE_INVOLVED', reference: null, reportedOn: null };
  const asked = (concern: Concern | null, gate = true, basis: ProposalBasis | null = null): string | null =>
    refused(() => requireConcern(concern, { gate, basis, at: TODAY }));

  test.each<[string, Concern | null, string | null]>([
    ['with reference and date', reported, null],
    ['that she is known to social services', involved, null],
    ['nothing', null, 'concernMissing'],
    ['without a reference', { ...reported, reference: null }, 'concernIncomplete'],
    ['without a date', { ...reported, reportedOn: null }, 'concernIncomplete'],
    ['that she is known, with a reference', { ...involved, reference: 'SN 2026/12' }, 'concernIncomplete'],
    ['that she is known, with a date', { ...involved, reportedOn: '2026-01-01' }, 'concernIncomplete'],
    ['of tomorrow', { ...reported, reportedOn: '2026-02-02' }, 'concernInFuture'],
  ])('at the gate: %s', (_, concern, reason) => {
    expect(asked(concern)).toBe(reason && `BAD_USER_INPUT ${reason}`);
  });

  test('without the gate nothing need be stated, and what is must be whole', () => {
    expect(asked(null, false)).toBeNull();
    expect(asked({ ...reported, reference: null }, false)).toBe('BAD_USER_INPUT concernIncomplete');
  });

  test('carries a proposal only where there is one', () => {
    expect(asked(reported, true, 'CONCERN_REPORTED')).toBeNull();
    for (const other of [null, involved]) {
      expect(asked(other, false, 'CONCERN_REPORTED')).toBe('BAD_USER_INPUT basisWithoutReport');
    }
    expect(asked(involved, true, 'FAMILY_AGREED')).toBeNull();
  });
});

describe('a proposal', () => {
  test('ticks each once, in the order of the list, and at least one', () => {
    expect(ticked(RISK_AREAS, ['FAMILY', 'CRIME', 'FAMILY'])).toEqual(['CRIME', 'FAMILY']);
    expect(refused(() => ticked(RISK_AREAS, []))).toBe('BAD_USER_INPUT proposalTicksNothing');
  });

  test('within one agency says so by itself, and across two nobody can', () => {
    const of = (stated: ProposalBasis | null, proposer: AgencyId): unknown =>
      basisOf(stated, { proposer, coordinator: SOCIAL });
    expect([null, 'FAMILY_AGREED', 'SAME_AGENCY'].map((stated) => of(stated as ProposalBasis, SOCIAL))).toEqual([
      'SAME_AGENCY',
      'FAMILY_AGREED',
      'SAME_AGENCY',
    ]);
    expect([null, 'CONCERN_REPORTED'].map((stated) => of(stated as ProposalBasis, POLICE))).toEqual([
      null,
      'CONCERN_REPORTED',
    ]);
    expect(refused(() => of('SAME_AGENCY', POLICE))).toBe('BAD_USER_INPUT notSameAgency');
  });

  test('about somebody unnamed becomes no case', () => {
    expect(refused(() => requireNamed(null))).toBe('INVALID_STATE proposalBlind');
    expect(refused(() => requireNamed('FAMILY_AGREED'))).toBeNull();
  });
});

describe('what an agency states of the situation', () => {
  const stated = (agencyId: AgencyId, values: Parameters<typeof situationByCategory>[2]): Record<string, unknown> =>
    Object.fromEntries(situationByCategory(elsasCase(), agencyId, values));

  test.each<[string, AgencyId, Record<string, string>]>([
    [
      'the school',
      SCHOOL,
      {
        attendancePercent: 'SCHOOL_ATTENDANCE',
        passingGrades: 'SCHOOL_RESULTS',
        studentHealthContact: 'STUDENT_HEALTH',
      },
    ],
    ['student health', STUDENT_HEALTH, { studentHealthContact: 'STUDENT_HEALTH' }],
    ['the police', POLICE, { concern: 'OFFENDING', lastSharedIncidentOn: 'OFFENDING' }],
    [
      'social services',
      SOCIAL,
      {
        ...{ openInquiry: 'SOCIAL_SUPPORT', measures: 'SOCIAL_SUPPORT', substanceUse: 'SUBSTANCE_USE' },
        ...{ placement: 'EMPLOYMENT', works: 'EMPLOYMENT' },
      },
    ],
    ['leisure', LEISURE, { activities: 'LEISURE' }],
  ])('%s: what it knows, each in its category', (_, agencyId, fields) => {
    for (const [field, category] of Object.entries(fields)) {
      expect(stated(agencyId, { [field]: null })).toEqual({ [category]: { [field]: null } });
    }
  });

  test('a category is stated whole, and what is left out is not stated', () => {
    expect(stated(POLICE, { concern: 'HIGH', lastSharedIncidentOn: null })).toEqual({
      OFFENDING: { concern: 'HIGH', lastSharedIncidentOn: null },
    });
    expect(stated(SCHOOL, { attendancePercent: 50, passingGrades: undefined })).toEqual({
      SCHOOL_ATTENDANCE: { attendancePercent: 50 },
    });
  });

  test.each<[string, AgencyId, Parameters<typeof situationByCategory>[2], string | null]>([
    ['nothing', SCHOOL, {}, 'nothingToChange'],
    ['only what is left out', SCHOOL, { attendancePercent: undefined }, 'nothingToChange'],
    ['what the police know', SCHOOL, { concern: 'HIGH' }, 'situationOfOthers concern'],
    ['an agency from elsewhere', 'elsewhere' as AgencyId, { activities: [] }, 'situationOfOthers activities'],
    ['0 per cent', SCHOOL, { attendancePercent: 0 }, null],
    ['100 per cent', SCHOOL, { attendancePercent: 100 }, null],
    ['less than nothing', SCHOOL, { attendancePercent: -1 }, 'percentOutside'],
    ['more than all', SCHOOL, { attendancePercent: 101 }, 'percentOutside'],
    ['another number above a hundred', SCHOOL, { passingGrades: 160 }, null],
  ])('%s', (_, agencyId, values, reason) => {
    expect(refused(() => stated(agencyId, values))).toBe(reason && `BAD_USER_INPUT ${reason}`);
  });
});

test('an outcome is of a wanted effect, and tells something of it', () => {
  const wanted = INFORMATION_CATEGORIES.filter(
    (one) => refused(() => requireOutcome(one, ['MET', undefined])) === null,
  );
  expect(wanted.toSorted()).toEqual(OUTCOME_CATEGORIES.toSorted());
  expect(refused(() => requireFollowedUp('MET', 'PAUSED'))).toBe('INVALID_STATE statusForbids PAUSED');
  expect([null, undefined].map((none) => refused(() => requireFollowedUp(none, 'ACTIVE')))).toEqual([null, null]);
  expect(refused(() => requireFollowedUp('MET', 'CLOSED'))).toBeNull();
  expect(refused(() => requireOutcome('HEALTH', ['MET', 'MET']))).toBe('BAD_USER_INPUT noSuchEffect');
  expect(refused(() => requireOutcome('LEISURE', [undefined, undefined]))).toBe('BAD_USER_INPUT nothingToChange');
  // What is taken away by null is a change.
  expect(refused(() => requireOutcome('LEISURE', [undefined, null]))).toBeNull();
  expect(refused(() => requireOutcome('LEISURE', [undefined, 'UNKNOWN']))).toBeNull();
});

test('what was worked out once is not worked out again, be it nothing', () => {
  const asked: string[] = [];
  const work = memoised((name: string) => void asked.push(name), String);
  for (const name of ['a', 'b', 'a']) work(name);
  expect(asked).toEqual(['a', 'b']);
});
