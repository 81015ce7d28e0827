import type { RulePack } from '../../src/core/case-facts.js';
import type { PersonId } from '../../src/core/ids.js';
import {
  custody,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  LEISURE,
  MARIA,
  NILS,
  noon,
  piece,
  POLICE,
  policeReads,
  refuses,
  SCHOOL,
  SOCIAL,
  STUDENT_HEALTH,
  UDDEVALLA,
  VELLINGE,
  whoSees,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

const NOW = noon('2026-05-01');
const EARLIER = noon('2026-04-01');
const LATER = noon('2026-04-15');

type Said = ReturnType<typeof yes>;

/** What somebody may have said by now, and whether it is a yes. */
const ANSWERS: Record<string, (signer: PersonId) => Said[]> = {
  granted: (signer) => [yes(signer, EARLIER)],
  refused: (signer) => [refuses(signer, EARLIER)],
  withdrawn: (signer) => [yes(signer, EARLIER), withdraws(signer, LATER)],
  expired: (signer) => [yes(signer, EARLIER), yes(signer, EARLIER, { until: LATER })],
  missing: () => [],
};
const KINDS = Object.keys(ANSWERS);
const combinations = KINDS.flatMap((elsa) =>
  KINDS.flatMap((maria) => KINDS.map((johan) => [elsa, maria, johan] as const)),
);

const said = (elsa: string, maria: string, johan: string): Said[] =>
  [ANSWERS[elsa]?.(ELSA), ANSWERS[maria]?.(MARIA), ANSWERS[johan]?.(JOHAN)].flatMap((statements) => statements ?? []);

const isNo = (answer: string): boolean => answer === 'refused' || answer === 'withdrawn';

describe.each<[string, RulePack, string, (elsa: string, maria: string, johan: string) => boolean]>([
  ['Uddevalla, 14 years', UDDEVALLA, '2011-06-10', (...all) => all.every((answer) => answer === 'granted')],
  ['Uddevalla, 18 years', UDDEVALLA, '2008-02-01', (elsa) => elsa === 'granted'],
  [
    'Vellinge, 14 years',
    VELLINGE,
    '2011-06-10',
    (elsa, maria, johan) => !isNo(elsa) && maria === 'granted' && johan === 'granted',
  ],
  ['Vellinge, 15 years', VELLINGE, '2011-02-01', (...all) => all.every((answer) => answer === 'granted')],
  ['Vellinge, 18 years', VELLINGE, '2008-02-01', (elsa) => elsa === 'granted'],
])('%s', (_, rules, born, opens) => {
  test.each(combinations)('Elsa %s, Maria %s, Johan %s', (elsa, maria, johan) => {
    const facts = elsasCase({ rules, born, said: said(elsa, maria, johan) });
    expect(policeReads(facts, NOW)).toBe(opens(elsa, maria, johan));
  });

  test.each(KINDS.flatMap((elsa) => KINDS.map((maria) => [elsa, maria] as const)))(
    'Elsa %s, Maria %s, who has custody alone',
    (elsa, maria) => {
      const facts = elsasCase({ rules, born, said: said(elsa, maria, 'refused'), custody: [custody(MARIA)] });
      expect(policeReads(facts, NOW)).toBe(opens(elsa, maria, 'granted'));
    },
  );
});

const bothSayYes = (extent?: Parameters<typeof yes>[2]): Said[] => [
  yes(MARIA, EARLIER, extent),
  yes(JOHAN, EARLIER, extent),
];

test('consent opens one direction, one recipient, one category, and nobody else sees it', () => {
  const facts = elsasCase({ said: bothSayYes() });
  expect(whoSees(facts, piece(), NOW)).toEqual(['karin', 'bo']);
  expect(whoSees(facts, piece({ category: 'SCHOOL_RESULTS' }), NOW)).toEqual(['karin']);
  expect(whoSees(facts, piece({ holderId: POLICE, category: 'OFFENDING' }), NOW)).toEqual(['bo']);
  expect(whoSees(facts, piece({ holderId: POLICE }), NOW)).toEqual(['bo']);
  expect(whoSees(facts, piece({ holderId: SOCIAL }), NOW)).toEqual(['sara', 'anna']);
});

test('student health is not the rest of the school, in neither direction', () => {
  const toSchool = elsasCase({ said: bothSayYes({ grants: [grant(['HEALTH'], LEISURE, SCHOOL)] }) });
  expect(whoSees(toSchool, piece({ holderId: LEISURE, category: 'HEALTH' }), NOW)).toEqual(['karin', 'lars']);
  const fromBranch = elsasCase({ said: bothSayYes({ grants: [grant(['STUDENT_HEALTH'], STUDENT_HEALTH, POLICE)] }) });
  expect(whoSees(fromBranch, piece({ holderId: STUDENT_HEALTH, category: 'STUDENT_HEALTH' }), NOW)).toEqual([
    'petra',
    'bo',
  ]);
  expect(whoSees(fromBranch, piece({ holderId: SCHOOL, category: 'STUDENT_HEALTH' }), NOW)).toEqual(['karin']);
});

test('each signer names cells: what is open is what all of them name', () => {
  const maria = yes(MARIA, EARLIER, { grants: [grant(['SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS'])] });
  const johan = yes(JOHAN, EARLIER, {
    grants: [grant(['SCHOOL_ATTENDANCE']), grant(['SCHOOL_RESULTS'], SCHOOL, SOCIAL)],
  });
  const facts = elsasCase({ said: [maria, johan] });
  expect(whoSees(facts, piece(), NOW)).toEqual(['karin', 'bo']);
  expect(whoSees(facts, piece({ category: 'SCHOOL_RESULTS' }), NOW)).toEqual(['karin']);
});

test('a withdrawal of some cells leaves the others open', () => {
  const attendanceAndResults = { grants: [grant(['SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS'])] };
  const facts = elsasCase({
    said: [...bothSayYes(attendanceAndResults), withdraws(JOHAN, LATER, { grants: [grant(['SCHOOL_RESULTS'])] })],
  });
  expect(whoSees(facts, piece(), NOW)).toEqual(['karin', 'bo']);
  expect(whoSees(facts, piece({ category: 'SCHOOL_RESULTS' }), NOW)).toEqual(['karin']);
});

test('a withdrawal closes at its very millisecond, not before', () => {
  const facts = elsasCase({ said: [...bothSayYes(), withdraws(MARIA, LATER)] });
  expect([LATER - 1, LATER, LATER + 1].map((at) => policeReads(facts, at))).toEqual([true, false, false]);
});

test('a consent applies from its first millisecond until before its last', () => {
  const facts = elsasCase({ said: bothSayYes({ until: LATER }) });
  expect([EARLIER - 1, EARLIER, LATER - 1, LATER].map((at) => policeReads(facts, at))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('the statement recorded last speaks, and not the one that applies last', () => {
  const recordedFirst = withdraws(MARIA, LATER);
  const facts = elsasCase({ said: [yes(JOHAN, EARLIER), recordedFirst, yes(MARIA, EARLIER)] });
  expect(policeReads(facts, NOW)).toBe(true);
});

test('after an expired consent no older one speaks', () => {
  const facts = elsasCase({ said: [...bothSayYes(), yes(MARIA, EARLIER, { until: LATER })] });
  expect([LATER - 1, LATER].map((at) => policeReads(facts, at))).toEqual([true, false]);
});

test("Elsa's no at eleven closes although she does not sign, and her new yes lifts it", () => {
  const young = { born: '2015-01-01' };
  expect(policeReads(elsasCase({ ...young, said: bothSayYes() }), NOW)).toBe(true);
  expect(policeReads(elsasCase({ ...young, said: [...bothSayYes(), refuses(ELSA, LATER)] }), NOW)).toBe(false);
  expect(policeReads(elsasCase({ ...young, said: [...bothSayYes(), withdraws(ELSA, LATER)] }), NOW)).toBe(false);
  expect(
    policeReads(elsasCase({ ...young, said: [...bothSayYes(), refuses(ELSA, LATER), yes(ELSA, LATER)] }), NOW),
  ).toBe(true);
});

test('the word of somebody who need not sign neither opens nor closes', () => {
  const alone = { custody: [custody(MARIA)] };
  expect(policeReads(elsasCase({ ...alone, said: [yes(MARIA, EARLIER), refuses(JOHAN, EARLIER)] }), NOW)).toBe(true);
  expect(policeReads(elsasCase({ ...alone, said: [yes(JOHAN, EARLIER)] }), NOW)).toBe(false);
});

test('a yes that names nothing opens nothing, be it the last that was said', () => {
  const facts = elsasCase({ said: [...bothSayYes(), yes(MARIA, EARLIER, { grants: null })] });
  const named = elsasCase({ said: [yes(MARIA, EARLIER, { grants: null }), yes(JOHAN, EARLIER)] });
  expect([facts, named].map((one) => policeReads(one, NOW))).toEqual([true, false]);
});

test('what was said last speaks, in whatever order the statements are told', () => {
  const facts = elsasCase({ said: [...bothSayYes(), withdraws(JOHAN, EARLIER)] });
  expect(policeReads({ ...facts, ledger: facts.ledger.toReversed() }, NOW)).toBe(false);
});

test('a yes about Nils is no yes about Elsa', () => {
  const facts = elsasCase({ said: [yes(JOHAN, EARLIER), yes(MARIA, EARLIER, { subjectId: NILS })] });
  expect(policeReads(facts, NOW)).toBe(false);
});
