import { loosened, requireAhead, requireWaiting } from '../../src/core/rules/loosened-rules.js';
import type { RulesDraft } from '../../src/core/rules/loosened-rules.js';
import type { LocalRules } from '../../src/core/rules/local-rules.js';
import type { RoleTermId } from '../../src/core/ids.js';
import { noon, VELLINGE } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const NOW = noon('2026-03-01');
const HELD: LocalRules = { ...VELLINGE, heldBackCategories: ['HEALTH'], concernReportGate: true };

test.each<[string, Partial<LocalRules>, readonly string[]]>([
  ['nothing else', {}, []],
  ['a signature from 16 on only', { youngPersonSignsFromAge: 16 }, ['youngPersonSignsFromAge']],
  ['a signature from 14 on', { youngPersonSignsFromAge: 14 }, []],
  ['a say from 1 on only', { agreesToTakePartFromAge: 1 }, ['agreesToTakePartFromAge']],
  ['that time may open', { timeMayOpen: true }, ['timeMayOpen']],
  ['no report of concern', { concernReportGate: false }, ['concernReportGate']],
  ['a second person', { consentNeedsSecondPerson: true }, []],
  ['longer consents', { consentMonthsAtMost: 13 }, ['consentMonthsAtMost']],
  ['shorter consents', { consentMonthsAtMost: 3 }, []],
  ['that health is not held back', { heldBackCategories: ['PLAN'] }, ['heldBackCategories']],
  ['that more is held back', { heldBackCategories: ['PLAN', 'HEALTH'] }, []],
  ['other ages and meetings', { targetAgeFrom: 10, followUpEveryDaysThrough: 30 }, []],
])('rules that ask for %s', (_, changed, loosens) => {
  expect(loosened(HELD, { ...HELD, ...changed })).toEqual(loosens);
});

test('a yes without a second person is less than one with', () => {
  const strict = { ...HELD, consentNeedsSecondPerson: true };
  expect([loosened(strict, HELD), loosened(HELD, strict)]).toEqual([['consentNeedsSecondPerson'], []]);
});

test('what is loosened applies a week ahead, by the Swedish day', () => {
  const week = noon('2026-03-08');
  expect([week - 1, week].map((from) => refused(() => requireAhead(from, NOW)))).toEqual([
    'BAD_USER_INPUT rulesAhead 7',
    null,
  ]);
});

test.each<[string, Partial<RulesDraft>, number, string | null]>([
  ['that waits', {}, 3, null],
  ['that was confirmed', { state: 'CONFIRMED' }, 3, 'INVALID_STATE rulesDraftAnswered'],
  ['that was rejected', { state: 'REJECTED' }, 3, 'INVALID_STATE rulesDraftAnswered'],
  ['after other rules', {}, 4, 'INVALID_STATE rulesDraftOvertaken'],
  ['whose day has come', { validFrom: NOW - 1 }, 3, 'INVALID_STATE rulesDraftOvertaken'],
])('a draft %s', (_, more, newest, reason) => {
  const draft: RulesDraft = { version: 4, validFrom: NOW, enteredById: 'one' as RoleTermId, state: 'WAITING', ...more };
  expect(refused(() => requireWaiting(draft, newest, NOW))).toBe(reason);
});
