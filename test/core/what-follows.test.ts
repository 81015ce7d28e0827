import { afterConsent, caseStatus } from '../../src/core/case-status.js';
import type { Cell } from '../../src/core/cell.js';
import { cellsOf } from '../../src/core/cell-sets.js';
import { MissingFactError } from '../../src/core/errors.js';
import { explainCell } from '../../src/core/explain-cell.js';
import type { PersonId } from '../../src/core/ids.js';
import { openings } from '../../src/core/openings.js';
import { sharing } from '../../src/core/sharing.js';
import {
  block,
  custody,
  decisionFor,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  midnight,
  NILS,
  noon,
  piece,
  POLICE,
  refuses,
  SCHOOL,
  SOCIAL,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-05-01');
const BIRTHDAY = midnight('2026-06-10');
const ATTENDANCE_TO_POLICE: Cell = { holderId: SCHOOL, recipientId: POLICE, category: 'SCHOOL_ATTENDANCE' };

const ATTENDANCE_AS_SET = { holderIds: [SCHOOL], recipientIds: [POLICE], categories: ['SCHOOL_ATTENDANCE'] };

describe('the openings for the database', () => {
  test('tell the intervals ahead as well, each with its reach and statements', () => {
    const again = noon('2026-07-01');
    const facts = elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START), yes(ELSA, again)] });
    expect(openings(facts, START)).toEqual([
      {
        subjectId: ELSA,
        ...ATTENDANCE_AS_SET,
        from: START,
        until: BIRTHDAY,
        data: [{ from: null, until: null }],
        statements: [1, 2],
      },
      {
        subjectId: ELSA,
        ...ATTENDANCE_AS_SET,
        from: again,
        until: midnight('2029-06-10'),
        data: [
          { from: null, until: BIRTHDAY },
          { from: again, until: null },
        ],
        statements: [1, 2, 3],
      },
      {
        subjectId: ELSA,
        ...ATTENDANCE_AS_SET,
        from: midnight('2029-06-10'),
        until: null,
        data: [
          { from: null, until: BIRTHDAY },
          { from: again, until: null },
        ],
        statements: [3],
      },
    ]);
  });

  test('are those alone that have not ended, half-open', () => {
    const again = noon('2026-07-01');
    const facts = elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START), yes(ELSA, again)] });
    const from = (at: number): number[] => openings(facts, at).map((opening) => opening.from);
    const [majority] = [midnight('2029-06-10')];
    expect(from(BIRTHDAY - 1)).toEqual([START, again, majority]);
    expect(from(BIRTHDAY)).toEqual([again, majority]);
    expect(from(majority)).toEqual([majority]);
    expect(openings(elsasCase({ said: [...facts.ledger, withdraws(ELSA, NOW)] }), NOW)).toEqual([]);
  });

  test('are sets of the cells that share an answer', () => {
    const parties = [SOCIAL, SCHOOL, POLICE];
    const openly = { grants: [{ fromIds: parties, toIds: parties, categories: ['PLAN', 'MEETING'] as const }] };
    const said = [yes(MARIA, START, openly), yes(JOHAN, START, openly)];
    const inOrder = { holderIds: parties.toSorted(), recipientIds: parties.toSorted() };
    expect(openings(elsasCase({ said }), START)).toMatchObject([
      { ...inOrder, categories: ['PLAN', 'MEETING'], until: BIRTHDAY },
    ]);
    const taken = withdraws(MARIA, NOW, { grants: [grant(['PLAN'], SCHOOL, POLICE)] });
    const left = openings(elsasCase({ said: [...said, taken] }), NOW);
    expect(left.flatMap(cellsOf)).toHaveLength(11);
    expect(left.flatMap(cellsOf)).not.toContainEqual({ holderId: SCHOOL, recipientId: POLICE, category: 'PLAN' });
  });

  test('are none where nobody granted, and each subject has its own', () => {
    expect(openings(elsasCase({ said: [refuses(MARIA, START)] }), START)).toEqual([]);
    const facts = elsasCase({ said: [yes(MARIA, START, { subjectId: NILS })] });
    expect(openings(facts, START).map(({ subjectId, from }) => [subjectId, from])).toContainEqual([NILS, START]);
    expect(openings(facts, START).every(({ subjectId }) => subjectId === NILS)).toBe(true);
  });
});

describe('the explanation for signers and coordinator', () => {
  const explained = (facts: ReturnType<typeof elsasCase>, at = NOW): ReturnType<typeof explainCell> =>
    explainCell(facts, ELSA, ATTENDANCE_TO_POLICE, at);

  test('names each signer’s answer and statement', () => {
    const said = [yes(MARIA, START), yes(JOHAN, START), withdraws(JOHAN, START), yes(ELSA, START, { until: NOW })];
    expect(explained(elsasCase({ said, born: '2010-01-01' }))).toEqual({
      open: false,
      signers: [
        { signerId: ELSA, answer: 'EXPIRED', sequence: 4 },
        { signerId: MARIA, answer: 'GRANTED', sequence: 1 },
        { signerId: JOHAN, answer: 'WITHDRAWN', sequence: 3 },
      ],
      subjectSaysNo: false,
      blockIds: [],
      waitsSince: null,
    });
  });

  test.each([
    ['MISSING', []],
    ['MISSING', [yes(MARIA, START, { grants: [grant(['HEALTH'])] })]],
    ['REFUSED', [refuses(MARIA, START)]],
    ['GRANTED', [refuses(MARIA, START), yes(MARIA, START)]],
    ['MISSING', [yes(MARIA, NOW + 1)]],
  ])('Maria: %s', (answer, said) => {
    expect(explained(elsasCase({ said })).signers).toContainEqual(expect.objectContaining({ signerId: MARIA, answer }));
  });

  test('names Elsa’s own no and the blocks in force', () => {
    const facts = elsasCase({
      said: [yes(MARIA, START), yes(JOHAN, START), refuses(ELSA, START)],
      blocks: [block({ bySignerId: MARIA })],
    });
    expect(explained(facts)).toMatchObject({ open: false, subjectSaysNo: true, blockIds: ['block'] });
    expect(explained({ ...facts, blocks: [block({ period: { from: NOW + 1, until: null } })] }).blockIds).toEqual([]);
  });

  test('asks nobody before there were any rules', () => {
    expect(explained(elsasCase(), midnight('1999-12-31'))).toEqual({
      open: false,
      signers: [],
      subjectSaysNo: false,
      blockIds: [],
      waitsSince: null,
    });
  });

  test('says open when it is', () => {
    expect(explained(elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START)] })).open).toBe(true);
  });

  test('shows that nobody can sign where no custodian is left', () => {
    expect(explained(elsasCase({ custody: [], said: [yes(ELSA, START)] }))).toMatchObject({ open: false, signers: [] });
  });
});

test('sharing is the whole matrix for the young person', () => {
  const until = noon('2026-06-01');
  const matrix = sharing(elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START, { until })] }), NOW);
  expect(matrix).toHaveLength(5 * 4 * 14);
  expect(matrix.filter(({ open }) => open)).toEqual([
    { fromId: SCHOOL, toId: POLICE, category: 'SCHOOL_ATTENDANCE', open: true, openEarlier: 'ALL', until },
  ]);
});

test('nothing is shared about whom the case knows as a guardian', () => {
  const facts = { ...elsasCase({ said: [yes(MARIA, START), yes(JOHAN, START)] }), youngPersonId: MARIA };
  expect(sharing(facts, NOW).filter(({ open }) => open)).toEqual([]);
});

describe('an active case', () => {
  const toSocialServices = { grants: [grant(['SCHOOL_ATTENDANCE'], SCHOOL, SOCIAL)] };
  const carried = [yes(MARIA, START, toSocialServices), yes(JOHAN, START, toSocialServices)];

  test('waits until consent carries it, and is paused from the withdrawal on', () => {
    const facts = elsasCase({ said: [...carried, withdraws(MARIA, NOW)] });
    expect([START - 1, START, NOW - 1, NOW].map((at) => caseStatus(facts, at))).toEqual([
      'CONSENT_PENDING',
      'ACTIVE',
      'ACTIVE',
      'PAUSED',
    ]);
  });

  test('is paused, and does not begin again, by a guardian recorded today with custody since long ago', () => {
    const [before, recorded] = [custody(MARIA), custody(JOHAN, { from: '2005-01-01' })];
    const facts = elsasCase({
      said: [yes(MARIA, START, toSocialServices)],
      startedOn: '2026-01-10',
      custody: [before],
    });
    expect(caseStatus(facts, NOW)).toBe('ACTIVE');
    const corrected = { ...facts, custody: [before, recorded] };
    expect(caseStatus(corrected, NOW)).toBe('PAUSED');
    const [today, morning] = ['2026-05-01', midnight('2026-05-01')] as const;
    expect(caseStatus({ ...corrected, startedOn: today }, morning)).toBe('PAUSED');
    expect(caseStatus({ ...corrected, startedOn: today }, morning - 1)).toBe('CONSENT_PENDING');
    const joins = {
      ...elsasCase({ said: [...carried.slice(0, 1), yes(JOHAN, NOW, toSocialServices)] }),
      startedOn: today,
    };
    expect([NOW - 1, NOW].map((at) => caseStatus(joins, at))).toEqual(['CONSENT_PENDING', 'ACTIVE']);
    // The work began long ago; a yes that lies ahead carries it again, and is no beginning.
    const again = { ...joins, startedOn: '2026-01-10' };
    expect([NOW - 1, NOW].map((at) => caseStatus(again, at))).toEqual(['PAUSED', 'ACTIVE']);
  });

  test('is paused by a birthday, without anybody writing anything', () => {
    expect([BIRTHDAY - 1, BIRTHDAY].map((at) => caseStatus(elsasCase({ said: carried }), at))).toEqual([
      'ACTIVE',
      'PAUSED',
    ]);
  });

  test('is not carried by a consent that leaves the coordinator’s agency out, nor by one about Nils', () => {
    const others = [yes(MARIA, START), yes(JOHAN, START), yes(MARIA, START, { ...toSocialServices, subjectId: NILS })];
    expect(caseStatus(elsasCase({ said: others }), NOW)).toBe('CONSENT_PENDING');
    expect(caseStatus({ ...elsasCase({ said: carried }), youngPersonId: MARIA }, NOW)).toBe('CONSENT_PENDING');
  });

  test('is paused by Elsa’s own no, and not by a block', () => {
    expect(caseStatus(elsasCase({ said: [...carried, refuses(ELSA, NOW)] }), NOW)).toBe('PAUSED');
    expect(caseStatus(elsasCase({ said: carried, blocks: [block({ bySignerId: ELSA })] }), NOW)).toBe('ACTIVE');
  });

  test.each(['PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'CLOSED', 'DECLINED'] as const)(
    'only an active one is: %s stays',
    (status) => {
      expect(caseStatus(elsasCase({ status }), NOW)).toBe(status);
    },
  );
});

describe('a case that is to begin', () => {
  const from = (appliesFrom: number, until: number | null = null) =>
    [MARIA, JOHAN].map((signer) => yes(signer, appliesFrom, { grants: [grant(['PLAN'], SOCIAL, SCHOOL)], until }));

  test.each<[string, Parameters<typeof elsasCase>[0], ReturnType<typeof afterConsent>]>([
    ['accepted, with a no', { status: 'ACCEPTED' }, { through: ['CONSENT_PENDING'], startsAt: null }],
    [
      'accepted, and carried',
      { status: 'ACCEPTED', said: from(START) },
      { through: ['CONSENT_PENDING', 'ACTIVE'], startsAt: NOW },
    ],
    [
      'waiting, with one yes',
      { status: 'CONSENT_PENDING', said: from(START).slice(1) },
      { through: [], startsAt: null },
    ],
    [
      'waiting, and carried now',
      { status: 'CONSENT_PENDING', said: from(NOW) },
      { through: ['ACTIVE'], startsAt: NOW },
    ],
    [
      'waiting, and carried from tomorrow',
      { status: 'CONSENT_PENDING', said: from(NOW + 86_400_000) },
      { through: ['ACTIVE'], startsAt: NOW + 86_400_000 },
    ],
    [
      'waiting, and carried until a moment ago',
      { status: 'CONSENT_PENDING', said: from(START, NOW) },
      { through: [], startsAt: null },
    ],
    [
      'waiting, and carried for a moment more',
      { status: 'CONSENT_PENDING', said: from(START, NOW + 1) },
      { through: ['ACTIVE'], startsAt: NOW },
    ],
    [
      'waiting, and carried without end by herself at 18',
      {
        status: 'CONSENT_PENDING',
        born: '2005-01-01',
        said: [yes(ELSA, START, { grants: [grant(['PLAN'], SOCIAL, SCHOOL)] })],
      },
      { through: ['ACTIVE'], startsAt: NOW },
    ],
    ['running already', { status: 'ACTIVE', said: from(START) }, null],
    ['running already, and resting', { status: 'ACTIVE', said: from(START, NOW) }, null],
    [
      'to run from tomorrow, and carried sooner',
      { status: 'ACTIVE', said: [...from(NOW + 86_400_000), ...from(NOW)] },
      { through: [], startsAt: NOW },
    ],
    [
      'to run from tomorrow, and taken back',
      { status: 'ACTIVE', said: [...from(NOW + 86_400_000), withdraws(MARIA, NOW)] },
      { through: [], startsAt: null },
    ],
    ['only proposed', { status: 'PROPOSED', said: from(START) }, null],
  ])('%s', (_, story, expected) => {
    expect(afterConsent(elsasCase(story), NOW)).toEqual(expected);
  });

  test('starts with the first consent that carries it', () => {
    const said = [...from(NOW + 20), yes(MARIA, NOW + 10), yes(JOHAN, NOW + 10)];
    const grants = [grant(['PLAN'], POLICE, SOCIAL)];
    const sooner = [MARIA, JOHAN].map((signer) => yes(signer, NOW + 15, { grants }));
    expect(afterConsent(elsasCase({ status: 'ACCEPTED', said: [...said, ...sooner] }), NOW)?.startsAt).toBe(NOW + 15);
  });
});

describe('a missing fact is an error, never a yes and never a no', () => {
  test('the birth date of Elsa', () => {
    const facts = elsasCase({ born: null });
    expect(() => decisionFor(facts, 'bo', NOW).piece(piece())).toThrow(
      new MissingFactError('birth date of person Elsa'),
    );
    expect(() => decisionFor(facts, 'maria', NOW)).toThrow(MissingFactError);
    expect(() => openings(facts, START)).toThrow(MissingFactError);
    expect(() => caseStatus(facts, NOW)).toThrow(MissingFactError);
  });

  test('a subject whom the case does not know', () => {
    const about = piece({ subjectIds: [ELSA, 'Eva' as PersonId] });
    expect(() => decisionFor(elsasCase(), 'bo', NOW).piece(about)).toThrow(new MissingFactError('person Eva'));
    expect(() => decisionFor(elsasCase(), 'elsa', NOW).piece(about)).toThrow(new MissingFactError('person Eva'));
  });

  test('the rules of the municipality', () => {
    expect(() => decisionFor(elsasCase({ packs: [] }), 'bo', NOW).piece(piece())).toThrow(
      new MissingFactError('rule pack of municipality Uddevalla'),
    );
  });

  test('consent about a guardian cannot be explained', () => {
    expect(() => explainCell(elsasCase(), JOHAN, ATTENDANCE_TO_POLICE, NOW)).toThrow(
      'The decision lacks a fact: consent about person Johan, who is a guardian',
    );
  });
});
