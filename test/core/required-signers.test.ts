import type { CustodyFact, RulePack } from '../../src/core/case-facts.js';
import { requiredSigners } from '../../src/core/rules/required-signers.js';
import { subjectOf } from '../../src/core/subject.js';
import {
  custody,
  ELSA,
  elsasCase,
  JOHAN,
  MARIA,
  midnight,
  noon,
  policeReads,
  UDDEVALLA,
  VELLINGE,
  yes,
} from '../support/core-fixtures.js';

const NOW = noon('2026-06-01');
const bornAged = (age: number): string => `${2026 - age}-01-15`;
const both = [custody(MARIA), custody(JOHAN)];

function signers(rules: RulePack, age: number, custodies: readonly CustodyFact[]): readonly string[] {
  const elsa = subjectOf(elsasCase({ rules, born: bornAged(age), custody: custodies }), ELSA);
  if (elsa === null) throw new Error('Elsa is a subject');
  return requiredSigners(elsa, NOW);
}

const AGES = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

test.each(AGES)('Uddevalla, aged %i: Elsa always, her guardians until 18', (age) => {
  expect(signers(UDDEVALLA, age, both)).toEqual(age < 18 ? [ELSA, MARIA, JOHAN] : [ELSA]);
});

test.each(AGES)('Vellinge, aged %i: Elsa from 15, her guardians until 18', (age) => {
  expect(signers(VELLINGE, age, both)).toEqual(age < 15 ? [MARIA, JOHAN] : age < 18 ? [ELSA, MARIA, JOHAN] : [ELSA]);
});

describe.each([
  ['Uddevalla', UDDEVALLA],
  ['Vellinge', VELLINGE],
])('%s', (_, rules) => {
  test.each(AGES)('aged %i with one custodian: only that one signs with her', (age) => {
    const withJohan = signers(rules, age, both);
    expect(signers(rules, age, [custody(MARIA)])).toEqual(withJohan.filter((id) => id !== JOHAN));
  });

  test.each(AGES)(
    'aged %i with everybody who must sign saying yes it is open, with one of them missing it is closed',
    (age) => {
      const must = signers(rules, age, both);
      const story = { rules, born: bornAged(age) };
      const all = must.map((id) => yes(id as typeof ELSA, noon('2026-05-01')));
      expect(policeReads(elsasCase({ ...story, said: all }), NOW)).toBe(true);
      for (const missing of all) {
        expect(policeReads(elsasCase({ ...story, said: all.filter((one) => one !== missing) }), NOW)).toBe(false);
      }
    },
  );

  test.each(AGES)('aged %i without a custodian: nobody can open anything below 18, whatever Elsa says', (age) => {
    expect(signers(rules, age, [])).toEqual(age < 18 ? [] : [ELSA]);
    const facts = elsasCase({ rules, born: bornAged(age), custody: [], said: [yes(ELSA, noon('2026-05-01'))] });
    expect(policeReads(facts, NOW)).toBe(age >= 18);
  });
});

test.each([
  ['prevented since yesterday', { preventedFrom: '2026-05-31' }, [MARIA]],
  ['prevented from today', { preventedFrom: '2026-06-01' }, [MARIA]],
  ['prevented from tomorrow', { preventedFrom: '2026-06-02' }, [MARIA, JOHAN]],
  ['prevented until today', { preventedFrom: '2026-05-01', preventedUntil: '2026-06-01' }, [MARIA, JOHAN]],
  ['prevented until tomorrow', { preventedFrom: '2026-05-01', preventedUntil: '2026-06-02' }, [MARIA]],
  ['custody from tomorrow', { from: '2026-06-02' }, [MARIA]],
  ['custody until today', { until: '2026-06-01' }, [MARIA]],
  ['custody until tomorrow', { until: '2026-06-02' }, [MARIA, JOHAN]],
])('Johan with %s', (_, johan, expected) => {
  expect(signers(VELLINGE, 13, [custody(MARIA), custody(JOHAN, johan)])).toEqual(expected);
});

test('Johan and Maria both prevented: nobody can open anything', () => {
  const prevented = { preventedFrom: '2026-01-01' };
  expect(signers(VELLINGE, 16, [custody(MARIA, prevented), custody(JOHAN, prevented)])).toEqual([]);
});

test('a new pack applies from its start', () => {
  const packs = [
    { validFrom: midnight('2020-01-01'), pack: VELLINGE },
    { validFrom: NOW, pack: { ...UDDEVALLA, version: 2 } },
  ];
  const elsa = subjectOf(elsasCase({ packs, born: bornAged(13) }), ELSA);
  expect(elsa && requiredSigners(elsa, NOW - 1)).toEqual([MARIA, JOHAN]);
  expect(elsa && requiredSigners(elsa, NOW)).toEqual([ELSA, MARIA, JOHAN]);
  expect(elsa && requiredSigners(elsa, midnight('2019-12-31'))).toEqual([]);
});
