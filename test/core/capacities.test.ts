import { cellsToldTo } from '../../src/core/access-cells.js';
import type { CaseFacts } from '../../src/core/case-facts.js';
import { decide } from '../../src/core/decide.js';
import { accessFingerprint } from '../../src/core/access-fingerprint.js';
import type { CaseId, MunicipalityId, PersonId, RoleTermId } from '../../src/core/ids.js';
import { INFORMATION_CATEGORIES } from '../../src/core/information-category.js';
import type { PieceFacts } from '../../src/core/piece.js';
import { isOpenTo } from '../../src/core/rules/named-rules.js';
import type { CapacityRuleName } from '../../src/core/rules/named-rules.js';
import {
  custody,
  decisionFor,
  ELSA,
  elsasCase,
  JOHAN,
  MARIA,
  midnight,
  NILS,
  noon,
  people,
  piece,
  POLICE,
  SCHOOL,
  SOCIAL,
  whoSees,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-05-01');
const FAMILY: Name[] = ['elsa', 'maria', 'johan'];
const NAMES = Object.keys(people) as Name[];

const contact = piece({ kind: 'CONTACT', category: 'CONTACT', holderId: SOCIAL });
const meeting = piece({ kind: 'MEETING', category: 'MEETING', holderId: SOCIAL });
const meetingPlace = piece({ kind: 'MEETING_PLACE', category: 'MEETING', holderId: SOCIAL });
const guardian = piece({ kind: 'GUARDIAN', category: 'FAMILY', holderId: SOCIAL, subjectIds: [ELSA] });

describe('the family reads by right, without any consent', () => {
  test.each<[string, PieceFacts, Name[]]>([
    ['her identity', piece({ kind: 'IDENTITY', category: 'IDENTITY', holderId: SOCIAL }), FAMILY],
    ['who her guardians are', guardian, FAMILY],
    ['who the guardians of her half-brother are', { ...guardian, subjectIds: [NILS] }, []],
    ['and of both of them together', { ...guardian, subjectIds: [ELSA, NILS] }, []],
    ['her contact data', contact, FAMILY],
    ['the plan', piece({ kind: 'PLAN', category: 'PLAN', holderId: SOCIAL }), FAMILY],
    ["the school's goal, whatever its area", piece({ kind: 'GOAL', category: 'SCHOOL_RESULTS' }), FAMILY],
    [
      "the police's action, whatever its area",
      piece({ kind: 'ACTION', category: 'OFFENDING', holderId: POLICE }),
      FAMILY,
    ],
    ['a meeting', meeting, FAMILY],
    ['where it is', meetingPlace, FAMILY],
    ['a note about the plan', piece({ category: 'PLAN' }), FAMILY],
    ['a note about offending', piece({ category: 'OFFENDING', holderId: POLICE }), []],
    ['the situation at school', piece({ kind: 'SITUATION' }), []],
    ['how she stands with offending', piece({ kind: 'OUTCOME', category: 'OFFENDING', holderId: POLICE }), []],
    ['how she is at school', piece({ kind: 'MAPPING' }), []],
    ['what was objected to a note about school', piece({ kind: 'OBJECTION' }), []],
  ])('%s', (_, about, expected) => {
    expect(whoSees(elsasCase(), about, NOW).filter((name) => FAMILY.includes(name))).toEqual(expected);
  });

  test('on the basis of their own right', () => {
    expect(decisionFor(elsasCase(), 'elsa', NOW).piece(contact)).toEqual({
      open: true,
      basis: { kind: 'OWN_RIGHT' },
      until: null,
    });
    expect(decisionFor(elsasCase(), 'elsa', NOW).piece(piece())).toEqual({ open: false, reason: 'CAPACITY' });
  });

  test('their cells are told by category, for every agency alike', () => {
    const told = cellsToldTo(people.elsa, elsasCase()).map(({ category }) => category);
    expect(new Set(told)).toEqual(new Set(['IDENTITY', 'CONTACT', 'PLAN', 'MEETING']));
    expect(told).toHaveLength(4 * 5);
    for (const { holderId, category } of cellsToldTo(people.elsa, elsasCase())) {
      expect(decisionFor(elsasCase(), 'elsa', NOW).cell(holderId, category).open).toBe(true);
    }
    expect(decisionFor(elsasCase(), 'elsa', NOW).cell(POLICE, 'OFFENDING')).toEqual({
      open: false,
      reason: 'CAPACITY',
    });
    expect(decisionFor(elsasCase(), 'elsa', NOW).cell(POLICE, 'OFFENDING', 'ACTION').open).toBe(true);
  });
});

describe('a guardian', () => {
  const knows = (facts: CaseFacts, at: number): boolean => decisionFor(facts, 'johan', at).knowsCase;

  test('knows the case until the 18th birthday, to the millisecond', () => {
    const facts = elsasCase({ born: '2008-06-10' });
    const majority = midnight('2026-06-10');
    expect([majority - 1, majority].map((at) => knows(facts, at))).toEqual([true, false]);
    expect(decisionFor(facts, 'johan', NOW).piece(meeting)).toMatchObject({ open: true, until: majority });
    expect(decisionFor(facts, 'johan', NOW).changesAt).toBe(majority);
    expect(whoSees(facts, meeting, majority)).toEqual(['sara', 'anna', 'elsa']);
  });

  test('knows it while having custody, also while prevented from signing', () => {
    const facts = elsasCase({
      custody: [
        custody(MARIA),
        custody(JOHAN, { from: '2026-05-01', until: '2026-06-01', preventedFrom: '2026-05-01' }),
      ],
    });
    expect(
      [midnight('2026-05-01') - 1, midnight('2026-05-01'), midnight('2026-06-01') - 1, midnight('2026-06-01')].map(
        (at) => knows(facts, at),
      ),
    ).toEqual([false, true, true, false]);
    expect(decisionFor(facts, 'johan', midnight('2026-04-01')).changesAt).toBe(midnight('2026-05-01'));
  });

  test('of another case, or with custody of a brother only, knows nothing', () => {
    const ofBrotherOnly = elsasCase({ custody: [custody(JOHAN, { subjectId: NILS })] });
    const outside = [
      decisionFor(ofBrotherOnly, 'johan', NOW),
      decide(elsasCase(), { ...people.johan, caseId: 'another' as CaseId }, NOW),
      decide({ ...elsasCase(), youngPersonId: NILS }, people.elsa, NOW),
    ];
    for (const decision of outside) {
      expect([decision.knowsCase, decision.piece(contact)]).toEqual([false, { open: false, reason: 'CAPACITY' }]);
    }
  });

  test('has no say where nobody knows who the young person is', () => {
    expect(() => decisionFor({ ...elsasCase(), youngPersonId: MARIA }, 'johan', NOW)).toThrow(
      "young person of case Elsa's case",
    );
  });
});

describe('the coordinator', () => {
  test('sees who the guardians are, as part of the frame', () => {
    const ofSchool = { ...guardian, holderId: SCHOOL };
    expect(whoSees(elsasCase(), ofSchool, NOW)).toEqual(['sara', 'karin', ...FAMILY]);
    expect(decisionFor(elsasCase(), 'sara', NOW).piece(ofSchool)).toMatchObject({
      basis: { kind: 'RULE', rule: 'consentDetails' },
    });
  });

  test('otherwise needs consent as anybody else', () => {
    expect(decisionFor(elsasCase(), 'sara', NOW).piece(piece())).toEqual({ open: false, reason: 'NO_CONSENT' });
  });
});

test.each<[CapacityRuleName, Name[]]>([
  ['consentDetails', ['sara', ...FAMILY]],
  ['pendingConsents', ['sara', 'anna', ...FAMILY]],
  ['participants', ['sara', ...FAMILY]],
  ['accessRecords', FAMILY],
  ['disclosureReasons', ['sara', 'anna']],
  ['proposal', ['sara']],
  ['assignmentRequests', ['sara']],
  ['calendarClashes', ['sara']],
])('%s are told to %j, for whom the case is open', (rule, expected) => {
  const told = (name: Name): boolean => decisionFor(elsasCase(), name, NOW).rule(rule).open;
  expect((['sara', 'anna', ...FAMILY, 'stig', 'ada'] as const).filter(told)).toEqual(expected);
  const reasons = NAMES.map((name) => decisionFor(elsasCase(), name, NOW).rule(rule)).filter(({ open }) => !open);
  expect(new Set(reasons.map((verdict) => !verdict.open && verdict.reason))).toEqual(new Set(['CAPACITY']));
});

test('a form that waits is told to the agency that confirms it, and to no other', () => {
  const told = NAMES.filter((name) => decisionFor(elsasCase(), name, NOW).rule('pendingConsents').open);
  expect(told).toEqual(['sara', 'anna', ...FAMILY]);
});

test.each<[string, PersonId, Name[]]>([
  ['herself', ELSA, ['sara', ...FAMILY]],
  ['her half-brother, of whom her mother has custody too', NILS, ['sara', 'maria']],
])('what was stated about %s is told to those who speak for them, and to the coordinator', (_, subjectId, expected) => {
  const told = (facts: CaseFacts): Name[] =>
    NAMES.filter((name) => decisionFor(facts, name, NOW).rule('consentDetails', subjectId).open);
  expect(told(elsasCase())).toEqual(expected);
});

test('what is open to somebody is one text, which differs where anything else is open', () => {
  const extent = (name: Name, facts: CaseFacts): string[] =>
    accessFingerprint(people[name], facts, decisionFor(facts, name, NOW)).split('\n');
  const [closed, some] = [elsasCase(), elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START)] })];
  const rules = ['disclosureReasons'];
  const own = INFORMATION_CATEGORIES.map((category) => `police ${category}`);
  expect(extent('bo', closed)).toEqual([...own, ...rules]);
  expect(extent('bo', some).filter((line) => !extent('bo', closed).includes(line))).toEqual([
    'school SCHOOL_ATTENDANCE',
  ]);
  expect(extent('stig', some)).toEqual(['']);
});

test('when the steering group meets is for whoever calls it, sits in it or keeps its register', () => {
  const hear = NAMES.filter((name) => isOpenTo('steeringMeetings', people[name].capacity));
  expect(hear).toEqual(['sara', 'stig', 'ada']);
});

test('the cells that somebody is told of follow from the capacity', () => {
  const count = (name: Name): number => cellsToldTo(people[name], elsasCase()).length;
  const all = INFORMATION_CATEGORIES.length * 5;
  expect((['sara', 'bo', 'elsa', 'maria', 'stig', 'ada'] as const).map(count)).toEqual([all, all, 20, 20, 0, 0]);
});

test.each<[Name, boolean, boolean, boolean]>([
  ['sara', true, true, false],
  ['anna', false, false, false],
  ['bo', false, false, false],
  ['elsa', true, true, true],
  ['maria', true, true, true],
  ['stig', false, false, false],
  ['ada', false, false, false],
])('%s: consent details %p, participants %p, access records %p', (name, ...expected) => {
  const decision = decisionFor(elsasCase(), name, NOW);
  expect(
    (['consentDetails', 'participants', 'accessRecords'] as const).map((rule) => decision.rule(rule).open),
  ).toEqual(expected);
});

test('a professional knows of no other participant', () => {
  const knows = (name: Name): boolean[] =>
    [people.bo, people.anna].map(({ roleTermId }) => decisionFor(elsasCase(), name, NOW).participant(roleTermId).open);
  expect((['bo', 'anna', 'sara', 'elsa', 'maria', 'stig'] as const).map(knows)).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
    [true, true],
    [false, false],
  ]);
});

describe('for whoever does not know the case everything is closed', () => {
  const everything = (name: Name, facts: CaseFacts): unknown[] => {
    const decision = decisionFor(facts, name, NOW);
    return [
      decision.knowsCase,
      decision.piece(contact),
      decision.cell(SOCIAL, 'CONTACT'),
      decision.rule('participants'),
      decision.participant(people.bo.roleTermId),
    ];
  };
  const closed = (reason: string): unknown[] => [false, ...Array.from({ length: 4 }, () => ({ open: false, reason }))];

  test.each<Name>(['stig', 'ada'])('%s of the office', (name) => {
    expect(everything(name, elsasCase())).toEqual(closed('CAPACITY'));
    expect(decisionFor(elsasCase(), name, NOW).changesAt).toBeNull();
  });

  test('staff not assigned, be it the own agency’s information', () => {
    expect(everything('anna', elsasCase({ assignments: [] }))).toEqual(closed('NOT_ASSIGNED'));
  });

  test('another role term of the same professional', () => {
    const other = { ...people.anna, roleTermId: 'Anna, as field secretary' as RoleTermId };
    expect(decide(elsasCase(), other, NOW).knowsCase).toBe(false);
  });

  test.each<Name>(['sara', 'bo', 'elsa', 'maria'])('%s under another municipality', (name) => {
    const elsewhere = 'Vellinge' as MunicipalityId;
    const decision = decide({ ...elsasCase(), municipalityId: elsewhere }, people[name], NOW);
    const reason = 'personId' in people[name] ? 'CAPACITY' : 'NOT_ASSIGNED';
    expect([decision.knowsCase, decision.piece(contact), decision.changesAt]).toEqual([
      false,
      { open: false, reason },
      null,
    ]);
  });
});

describe('changesAt', () => {
  const assigned = (facts: CaseFacts, from: number | null, until: number | null): CaseFacts => ({
    ...facts,
    assignments: facts.assignments.map((one) => ({ ...one, period: { from, until } })),
  });

  test('is the start of an assignment for whoever is not yet assigned, whatever else happens', () => {
    const facts = assigned(elsasCase({ said: [yes(MARIA, NOW + 1)] }), NOW + 5, NOW + 9);
    expect(decisionFor(facts, 'bo', NOW).changesAt).toBe(NOW + 5);
    expect(decisionFor(facts, 'bo', NOW + 9).changesAt).toBeNull();
  });

  test.each<[string, CaseFacts, number]>([
    ['the end of the assignment', assigned(elsasCase(), null, NOW + 5), NOW + 5],
    ['the start of a consent', elsasCase({ said: [yes(MARIA, NOW + 5)] }), NOW + 5],
    ['the end of a consent', elsasCase({ said: [yes(MARIA, START, { until: NOW + 5 })] }), NOW + 5],
    [
      'the end of a data period',
      elsasCase({ said: [yes(MARIA, START, { dataPeriods: [{ from: null, until: NOW + 5 }] })] }),
      NOW + 5,
    ],
    ['the 15th birthday', elsasCase({ born: '2011-06-10' }), midnight('2026-06-10')],
    ['the end of a custody', elsasCase({ custody: [custody(MARIA, { until: '2026-05-02' })] }), midnight('2026-05-02')],
  ])('is never later than %s', (_, facts, expected) => {
    expect(decisionFor(facts, 'bo', NOW).changesAt).toBe(expected);
    expect(decisionFor(facts, 'sara', expected - 1).changesAt).toBe(expected);
    expect(decisionFor(facts, 'bo', expected).changesAt ?? Infinity).toBeGreaterThan(expected);
  });
});
