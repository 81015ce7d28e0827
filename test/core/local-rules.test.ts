import type { PackVersion, RulePack } from '../../src/core/case-facts.js';
import { heldBackByDefault } from '../../src/core/rules/held-back-by-default.js';
import { nextRulePack, requireRules, requireWholeRules } from '../../src/core/rules/local-rules.js';
import type { LocalRules } from '../../src/core/rules/local-rules.js';
import { rulesPreview, toldPreview } from '../../src/core/rules-preview.js';
import type { AgencyId, CaseId } from '../../src/core/ids.js';
import {
  block,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  LEISURE,
  MARIA,
  midnight,
  noon,
  POLICE,
  SCHOOL,
  SOCIAL,
  UDDEVALLA,
  VELLINGE,
  yes,
} from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const NOW = noon('2026-02-01');
const { version: _, ...vellinge } = VELLINGE;

describe('what an administrator may state', () => {
  const asked = (more: Partial<LocalRules>): string | null => refused(() => requireRules({ ...vellinge, ...more }));

  test.each<[keyof LocalRules, number, number, Partial<LocalRules>]>([
    ['targetAgeFrom', 0, 25, { targetAgeThrough: 25 }],
    ['targetAgeThrough', 0, 25, { targetAgeFrom: 0 }],
    ['youngPersonSignsFromAge', 0, 18, {}],
    ['guardiansSignUntilAge', 18, 18, {}],
    ['agreesToTakePartFromAge', 0, 18, {}],
    ['followUpEveryDaysFrom', 1, 366, { followUpEveryDaysThrough: 366 }],
    ['followUpEveryDaysThrough', 1, 366, { followUpEveryDaysFrom: 1 }],
    ['interventionMonths', 1, 36, {}],
    ['steeringMeetingsPerTerm', 1, 12, {}],
    ['consentMonthsAtMost', 1, 24, {}],
    ['declinedProposalKeptDays', 1, 365, {}],
  ])('%s from %i to %i', (field, least, most, beside) => {
    const outside = `BAD_USER_INPUT rulesOutOfRange ${field} ${String(least)} ${String(most)}`;
    const of = (value: unknown): string | null => asked({ ...beside, [field]: value });
    expect([least, most].map(of)).toEqual([null, null]);
    expect([least - 1, most + 1, least + 0.5, Number.NaN].map(of)).toEqual(Array.from({ length: 4 }, () => outside));
  });

  test('of the length of the work and of the steering group nothing need be said; of all else it must', () => {
    expect(asked({ interventionMonths: null, steeringMeetingsPerTerm: null })).toBeNull();
    expect(asked({ targetAgeFrom: null as unknown as number })).toContain('rulesOutOfRange');
  });

  test.each<[string, Partial<LocalRules>]>([
    ['targetAgeFrom targetAgeThrough', { targetAgeFrom: 19, targetAgeThrough: 18 }],
    ['followUpEveryDaysFrom followUpEveryDaysThrough', { followUpEveryDaysFrom: 15, followUpEveryDaysThrough: 14 }],
  ])('%s in this order', (fields, more) => {
    expect(asked(more)).toBe(`BAD_USER_INPUT rulesOutOfOrder ${fields}`);
  });

  test('each kind of meeting once, and nobody both required and optional', () => {
    const first = { kind: 'FIRST', required: ['POLICE', 'SCHOOL'], optional: ['LEISURE'] } as const;
    const closing = { ...first, kind: 'CLOSING' } as const;
    expect(asked({ meetingParties: [first, closing] })).toBeNull();
    const wrong = 'BAD_USER_INPUT rulesMeetingParties';
    expect(asked({ meetingParties: [first, first] })).toBe(wrong);
    expect(asked({ meetingParties: [closing, { ...first, optional: ['LEISURE', 'SCHOOL'] }] })).toBe(wrong);
  });

  test('is kept as stated, categories once', () => {
    const rules = requireRules({ ...vellinge, heldBackCategories: ['HEALTH', 'PLAN', 'HEALTH'] });
    expect(rules).toEqual({ ...vellinge, heldBackCategories: ['HEALTH', 'PLAN'] });
  });

  test('becomes the next version, from now or from a day that is said, never from the past', () => {
    expect(nextRulePack(3, vellinge, null, NOW)).toEqual({ validFrom: NOW, pack: { ...VELLINGE, version: 4 } });
    expect([NOW, NOW + 1].map((from) => nextRulePack(3, vellinge, from, NOW).validFrom)).toEqual([NOW, NOW + 1]);
    expect(refused(() => nextRulePack(3, vellinge, NOW - 1, NOW))).toBe('BAD_USER_INPUT rulesFromPast');
  });
});

test('stored rules that lack a part are an error, and neither a yes nor a no', () => {
  const of = (more: Partial<Record<keyof RulePack, unknown>>, validFrom = 0): (() => void) => {
    const damaged = { ...VELLINGE, version: 7, ...more } as RulePack;
    return () =>
      requireWholeRules([
        { validFrom: 0, pack: VELLINGE },
        { validFrom, pack: damaged },
      ]);
  };
  expect(of({})).not.toThrow();
  for (const field of [
    'youngPersonSignsFromAge',
    'guardiansSignUntilAge',
    'timeMayOpen',
    'heldBackCategories',
  ] as const) {
    expect(of({ [field]: undefined })).toThrow("a part of version 7 of the municipality's rules");
  }
  expect(of({ version: undefined })).toThrow('a part of version undefined');
  expect(of({ timeMayOpen: 'no' })).toThrow('a part of');
  expect(of({}, Number.NaN)).toThrow('a part of');
});

test('what is held back until released: the categories of the rules, and everything before there are any', () => {
  const facts = elsasCase({ rules: { ...VELLINGE, heldBackCategories: ['HEALTH'] } });
  const held = (at: number) => (['HEALTH', 'PLAN'] as const).map((category) => heldBackByDefault(facts, category, at));
  expect([held(NOW), held(midnight('1999-12-31'))]).toEqual([
    [true, false],
    [true, true],
  ]);
});

describe('what other rules would change', () => {
  const grants = [
    grant(['PLAN', 'LEISURE'], SOCIAL, SCHOOL),
    grant(['PLAN'], SCHOOL, SOCIAL),
    grant(['PLAN'], SCHOOL, POLICE),
  ];
  const guardians = [yes(MARIA, NOW, { grants }), yes(JOHAN, NOW, { grants })];
  /** From 10 June she signs in the one and not in the other: without her yes the first opens nothing. */
  const lone = { ...elsasCase({ rules: UDDEVALLA, said: guardians }), caseId: 'lone' as CaseId };
  const whole = elsasCase({ rules: UDDEVALLA, said: [...guardians, yes(ELSA, NOW, { grants })] });
  const at = noon('2026-02-10');
  const next = (rules: RulePack): PackVersion => ({ validFrom: at, pack: { ...rules, version: 2 } });
  const cell = (fromId: AgencyId, toId: AgencyId, category: 'PLAN' | 'LEISURE', cases: number) => ({
    ...{ fromId, toId, category, cases },
  });

  test('nothing opens: new rules count like time alone, and ask for a new yes', () => {
    const blocked = { ...lone, blocks: [block({ grants: [grant(['LEISURE'], SOCIAL, SCHOOL)] })] };
    expect(rulesPreview([lone, whole, blocked, { ...lone, status: 'CLOSED' }], next(VELLINGE))).toEqual({
      ...{ runningCases: 3, casesThatChange: 0, casesThatPause: 0, closes: [], opens: [] },
    });
  });

  test('cells that close, and cases that pause', () => {
    const under = (one: typeof lone) => ({ ...one, packs: elsasCase({ rules: VELLINGE }).packs });
    expect(rulesPreview([under(lone), under(whole)], next(UDDEVALLA))).toEqual({
      ...{ runningCases: 2, casesThatChange: 1, casesThatPause: 1, opens: [] },
      closes: [
        cell(SCHOOL, POLICE, 'PLAN', 1),
        cell(SCHOOL, SOCIAL, 'PLAN', 1),
        cell(SOCIAL, SCHOOL, 'LEISURE', 1),
        cell(SOCIAL, SCHOOL, 'PLAN', 1),
      ],
    });
  });

  test('a case that is paused already does not pause, and one that changes need not', () => {
    expect(rulesPreview([lone], next(UDDEVALLA))).toMatchObject({ casesThatChange: 0, casesThatPause: 0 });
    const beside = [grant(['PLAN'], SCHOOL, POLICE), grant(['PLAN'], LEISURE, POLICE)];
    const said = [yes(MARIA, NOW, { grants: beside }), yes(JOHAN, NOW, { grants: beside })];
    const facts = elsasCase({ rules: VELLINGE, said });
    expect(rulesPreview([facts], next(UDDEVALLA))).toMatchObject({ casesThatChange: 1, casesThatPause: 0 });
  });

  test('is told in whole tens, and of fewer as if there were none', () => {
    const told = (count: number): object =>
      toldPreview({
        ...{ runningCases: count, casesThatChange: count, casesThatPause: count },
        ...{ opens: [cell(SCHOOL, POLICE, 'PLAN', count)], closes: [cell(SCHOOL, POLICE, 'PLAN', count)] },
      });
    const nothing = { runningCases: null, casesThatChange: null, casesThatPause: null, opens: [], closes: [] };
    for (const few of [0, 1, 9]) expect(told(few)).toEqual(nothing);
    expect(told(19)).toEqual(told(10));
    expect(told(20)).toMatchObject({ runningCases: 20, closes: [cell(SCHOOL, POLICE, 'PLAN', 20)] });
  });
});
