import { couldRead } from '../../src/core/could-read.js';
import type { RoleTermId } from '../../src/core/ids.js';
import { ALWAYS } from '../../src/core/period.js';
import type { FactsNow, Recorded, RecordedFacts, RoleTermFact } from '../../src/core/recorded-facts.js';
import { factsAsKnown, rolesAsKnown } from '../../src/core/rules/facts-as-known.js';
import {
  block,
  custody,
  elsasCase,
  JOHAN,
  MARIA,
  noon,
  people,
  POLICE,
  protection,
  SCHOOL,
  withdraws,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const THEN = noon('2026-02-01');
const LATER = noon('2026-03-01');
const EVER = Number.MIN_SAFE_INTEGER;

const always = <Fact>(...facts: readonly Fact[]): Recorded<Fact>[] =>
  facts.map((fact) => ({ fact, from: EVER, until: null }));
/** What was recorded until `LATER`, and what stands in its place since. */
const corrected = <Fact>(before: Fact, after: Fact): Recorded<Fact>[] => [
  { fact: before, from: EVER, until: LATER },
  { fact: after, from: LATER, until: null },
];

const role = (name: 'sara' | 'bo' | 'stig', more: Partial<RoleTermFact> = {}): RoleTermFact => {
  const { roleTermId, professionalId, capacity } = people[name];
  const agencyId = name === 'stig' ? null : people[name].agencyId;
  return { roleTermId, professionalId, capacity, agencyId, period: ALWAYS, ...more };
};
const place = (name: Name & ('sara' | 'bo' | 'stig'), period = ALWAYS) => ({
  roleTermId: people[name].roleTermId,
  period,
});

const now: FactsNow = elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START)] });
const { packs, persons, custody: custodies } = elsasCase();
const recorded = (more: Partial<RecordedFacts> = {}): RecordedFacts => ({
  packs: always(...packs),
  roleTerms: always(role('sara'), role('bo'), role('stig')),
  persons: always(...persons),
  custody: always(...custodies),
  blocks: [],
  assignments: always(place('sara'), place('bo')),
  protections: [],
  ...more,
});
const boRead = (more: Partial<RecordedFacts>, knownAt: number, at = THEN, facts = now): unknown =>
  couldRead(facts, recorded(more), {
    ...{ roleTermId: people.bo.roleTermId, holderId: SCHOOL, category: 'SCHOOL_ATTENDANCE' as const },
    ...{ at, knownAt },
  }).open;

describe('whether Bo could read of Elsa’s attendance on 1 February', () => {
  test('yes, as far as is known now and was known then', () => {
    expect([THEN, LATER].map((knownAt) => boRead({}, knownAt))).toEqual([true, true]);
  });

  test('a consent counts once it is recorded, a withdrawal too', () => {
    expect([START - 1, START].map((knownAt) => boRead({}, knownAt))).toEqual([false, true]);
    const backdated = elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START), withdraws(JOHAN, START)] });
    const ledger = backdated.ledger.map((one) => (one.sequence === 3 ? { ...one, recordedAt: LATER } : one));
    const facts = { ...backdated, ledger };
    expect([LATER - 1, LATER].map((knownAt) => boRead({}, knownAt, THEN, facts))).toEqual([true, false]);
  });

  test.each<[string, Partial<RecordedFacts>, boolean, boolean]>([
    [
      'that Johan lost custody before',
      { custody: [...always(custody(MARIA)), ...corrected(custody(JOHAN), custody(JOHAN, { until: '2026-01-20' }))] },
      true,
      true,
    ],
    ['a block', { blocks: [{ fact: block({ bySignerId: MARIA }), from: LATER, until: null }] }, true, false],
    ['that a block was lifted', { blocks: [{ fact: block({}), from: EVER, until: LATER }] }, false, true],
    [
      'that his place had ended',
      { assignments: corrected(place('bo'), place('bo', { from: null, until: START })) },
      true,
      false,
    ],
    ['his role', { roleTerms: [{ fact: role('bo'), from: LATER, until: null }] }, false, true],
    [
      'that his role had ended',
      { roleTerms: corrected(role('bo'), role('bo', { period: { from: null, until: THEN } })) },
      true,
      false,
    ],
    ['rules', { packs: packs.map((fact) => ({ fact, from: EVER, until: null })) }, true, true],
  ])('%s is known from the instant it is recorded', (_, more, before, after) => {
    expect([LATER - 1, LATER].map((knownAt) => boRead(more, knownAt))).toEqual([before, after]);
  });

  test('who had no role, none of an agency, or one that sees no case could read nothing', () => {
    const asked = (roleTermId: RoleTermId, roleTerms = recorded().roleTerms): unknown =>
      couldRead(now, recorded({ roleTerms }), {
        ...{ roleTermId, holderId: SCHOOL, category: 'SCHOOL_ATTENDANCE' as const, at: THEN, knownAt: THEN },
      });
    expect(asked('nobody' as RoleTermId)).toEqual({ open: false, reason: 'NOT_ASSIGNED' });
    expect(asked(people.stig.roleTermId)).toEqual({ open: false, reason: 'CAPACITY' });
    expect(asked(people.bo.roleTermId, always(role('bo', { agencyId: null })))).toEqual({
      open: false,
      reason: 'CAPACITY',
    });
    expect(asked(people.stig.roleTermId, always(role('stig', { agencyId: POLICE })))).toEqual({
      open: false,
      reason: 'CAPACITY',
    });
    expect(asked(people.sara.roleTermId)).toEqual({ open: false, reason: 'NO_CONSENT' });
    const asCoordinator = always(role('bo', { capacity: 'COORDINATOR' }));
    expect(asked(people.bo.roleTermId, asCoordinator)).toMatchObject({ open: true });
  });
});

describe('what was recorded at an instant', () => {
  test('is what had begun to be recorded and had not been corrected', () => {
    const versions = {
      protections: corrected(protection('CONFIDENTIALITY_MARKING'), protection('PROTECTED_REGISTRATION')),
    };
    const level = (knownAt: number) =>
      factsAsKnown(now, recorded(versions), knownAt).protections.map((one) => one.level);
    expect([LATER - 1, LATER].map(level)).toEqual([['CONFIDENTIALITY_MARKING'], ['PROTECTED_REGISTRATION']]);
    const born = { persons: corrected(persons[0]!, { ...persons[0]!, birthDate: '2010-01-01' }) };
    expect(factsAsKnown(now, recorded(born), LATER).persons.map(({ birthDate }) => birthDate)).toEqual(['2010-01-01']);
  });

  test('a place is of the professional and the agency of its role, and none without an agency', () => {
    const assignments = always(place('bo'), place('stig'), { roleTermId: 'gone' as RoleTermId, period: ALWAYS });
    expect(factsAsKnown(now, recorded({ assignments }), THEN).assignments).toEqual([
      { ...place('bo'), professionalId: people.bo.professionalId, agencyId: POLICE },
    ]);
  });

  test('roles too', () => {
    const roleTerms = [{ fact: role('bo'), from: LATER, until: null }];
    expect([LATER - 1, LATER].map((knownAt) => rolesAsKnown(recorded({ roleTerms }), knownAt).length)).toEqual([0, 1]);
  });
});
