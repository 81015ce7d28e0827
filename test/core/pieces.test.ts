import type { BlockFact } from '../../src/core/case-facts.js';
import type { PieceFacts } from '../../src/core/piece.js';
import {
  block,
  decisionFor,
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
  SCHOOL,
  SOCIAL,
  whoSees,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-05-01');
const consented = [yes(MARIA, START), yes(JOHAN, START)];

test('what consent opens carries the statements it rests on and its end', () => {
  const until = noon('2026-06-01');
  const facts = elsasCase({
    said: [withdraws(ELSA, START), yes(JOHAN, START), yes(MARIA, START, { until }), yes(ELSA, START)],
  });
  expect(decisionFor(facts, 'bo', NOW).piece(piece())).toEqual({
    open: true,
    basis: { kind: 'CONSENT', statements: [2, 3] },
    until,
  });
});

test('what consent opens ends with the assignment, if that ends first', () => {
  const until = noon('2026-05-15');
  const facts = elsasCase({ said: consented });
  const assignments = facts.assignments.map((one) => ({ ...one, period: { from: null, until } }));
  expect(decisionFor({ ...facts, assignments }, 'bo', NOW).piece(piece())).toMatchObject({ open: true, until });
});

test("the school's own piece needs no consent, and is open until the assignment ends", () => {
  const until = noon('2026-06-01');
  const facts = elsasCase();
  const assignments = facts.assignments.map((one) => ({ ...one, period: { from: null, until } }));
  const decision = decisionFor({ ...facts, assignments }, 'karin', NOW);
  expect(decision.piece(piece())).toEqual({ open: true, basis: { kind: 'OWN_AGENCY' }, until });
  expect(decisionFor({ ...facts, assignments }, 'karin', until).piece(piece())).toEqual({
    open: false,
    reason: 'NOT_ASSIGNED',
  });
});

describe('a note about Elsa and her brother Nils', () => {
  const both = piece({ subjectIds: [ELSA, NILS] });

  test('is closed while only what is about Elsa is open', () => {
    expect(whoSees(elsasCase({ said: consented }), both, NOW)).toEqual(['karin']);
  });

  test('is open once his custodian has said yes for him too, and rests on all three statements', () => {
    const facts = elsasCase({ said: [...consented, yes(MARIA, START, { subjectId: NILS })] });
    expect(whoSees(facts, both, NOW)).toEqual(['karin', 'bo']);
    expect(decisionFor(facts, 'bo', NOW).piece(both)).toMatchObject({
      basis: { kind: 'CONSENT', statements: [1, 2, 3] },
    });
  });

  test('closes when Nils says no, while notes about Elsa alone stay open', () => {
    const facts = elsasCase({
      said: [...consented, yes(MARIA, START, { subjectId: NILS }), withdraws(NILS, START, { subjectId: NILS })],
    });
    expect(whoSees(facts, both, NOW)).toEqual(['karin']);
    expect(whoSees(facts, piece(), NOW)).toEqual(['karin', 'bo']);
  });

  test('is not for the family to read by right, even in their own categories', () => {
    const plan = piece({ kind: 'GOAL', category: 'PLAN', holderId: SOCIAL, subjectIds: [ELSA, NILS] });
    expect(whoSees(elsasCase(), plan, NOW)).toEqual(['sara', 'anna']);
    expect(whoSees(elsasCase(), { ...plan, subjectIds: [ELSA] }, NOW)).toEqual([
      'sara',
      'anna',
      'elsa',
      'maria',
      'johan',
    ]);
  });
});

test('nothing about a guardian opens by consent', () => {
  const facts = elsasCase({ said: [...consented, yes(MARIA, START, { subjectId: MARIA })] });
  expect(whoSees(facts, piece({ subjectIds: [MARIA] }), NOW)).toEqual(['karin']);
});

describe('a block', () => {
  const closes = (more: Partial<BlockFact>): boolean =>
    !policeReads(elsasCase({ said: consented, blocks: [block(more)] }), NOW);

  test.each<[string, boolean, Partial<BlockFact>]>([
    ['by Elsa, of everything', true, { bySignerId: ELSA }],
    ['by Maria, of everything', true, { bySignerId: MARIA }],
    ['by Maria, of this cell', true, { bySignerId: MARIA, grants: [grant(['SCHOOL_ATTENDANCE'])] }],
    ['by Maria, of another category', false, { bySignerId: MARIA, grants: [grant(['SCHOOL_RESULTS'])] }],
    [
      'by Maria, of the other direction',
      false,
      { bySignerId: MARIA, grants: [grant(['SCHOOL_ATTENDANCE'], POLICE, SCHOOL)] },
    ],
    ['by the school, of everything it holds', true, { byHolderId: SCHOOL }],
    ['by the school, of this cell', true, { byHolderId: SCHOOL, grants: [grant(['SCHOOL_ATTENDANCE'])] }],
    ['by leisure, of everything it holds', false, { byHolderId: LEISURE }],
    [
      "by leisure, of the school's cell: not its to block",
      false,
      { byHolderId: LEISURE, grants: [grant(['SCHOOL_ATTENDANCE'])] },
    ],
    ['about Nils', false, { bySignerId: MARIA, subjectId: NILS }],
    ['that ended at this millisecond', false, { bySignerId: MARIA, period: { from: START, until: NOW } }],
    ['that starts at this millisecond', true, { bySignerId: MARIA, period: { from: NOW, until: null } }],
    ['that starts at the next', false, { bySignerId: MARIA, period: { from: NOW + 1, until: null } }],
  ])('%s: closes %p', (_, expected, more) => {
    expect(closes(more)).toBe(expected);
  });

  test('of one category leaves another one open that the same consents opened', () => {
    const grants = [grant(['SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS'])];
    const said = [yes(MARIA, START, { grants }), yes(JOHAN, START, { grants })];
    const facts = elsasCase({ said, blocks: [block({ grants: [grant(['SCHOOL_ATTENDANCE'])] })] });
    const decision = decisionFor(facts, 'bo', NOW);
    expect([piece(), piece({ category: 'SCHOOL_RESULTS' })].map((about) => decision.piece(about).open)).toEqual([
      false,
      true,
    ]);
  });

  test('leaves its own agency what it holds', () => {
    const facts = elsasCase({ said: consented, blocks: [block({ byHolderId: SCHOOL })] });
    expect(whoSees(facts, piece(), NOW)).toEqual(['karin']);
  });
});

describe('held back', () => {
  test('a piece is its own agency’s alone, and for everybody else leaves no trace', () => {
    const facts = elsasCase({ said: consented });
    const heldBack = piece({ heldBack: true });
    expect(whoSees(facts, heldBack, NOW)).toEqual(['karin']);
    expect(decisionFor(facts, 'bo', NOW).piece(heldBack)).toEqual({ open: false, reason: null });
    expect(decisionFor(elsasCase(), 'bo', NOW).piece(heldBack)).toEqual({ open: false, reason: null });
  });

  test('from the family as well', () => {
    const goal = piece({ kind: 'GOAL', heldBack: true });
    expect(decisionFor(elsasCase(), 'elsa', NOW).piece(goal)).toEqual({ open: false, reason: null });
    expect(whoSees(elsasCase(), goal, NOW)).toEqual(['karin']);
  });

  test('from Johan, it is still Maria’s and Elsa’s to read, and the agencies’', () => {
    const hidden = piece({ kind: 'MEETING', category: 'MEETING', holderId: SOCIAL, hiddenFromIds: [JOHAN] });
    expect(whoSees(elsasCase(), hidden, NOW)).toEqual(['sara', 'anna', 'elsa', 'maria']);
    expect(decisionFor(elsasCase(), 'johan', NOW).piece(hidden)).toEqual({ open: false, reason: null });
  });
});

describe('what was recorded when', () => {
  const closing = noon('2026-02-01');
  const reopening = noon('2026-03-01');
  const interrupted = elsasCase({ said: [...consented, withdraws(MARIA, closing), yes(MARIA, reopening)] });
  const from = (recordedAt: number): PieceFacts => piece({ recordedAt });

  test('before the first consent and during it is reached', () => {
    const facts = elsasCase({ said: consented });
    expect([noon('2019-01-01'), START - 1, START, NOW].map((at) => policeReads(facts, NOW, from(at)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('in a gap stays closed after the consent is renewed, without a trace', () => {
    const read = [closing - 1, closing, reopening - 1, reopening].map((at) => policeReads(interrupted, NOW, from(at)));
    expect(read).toEqual([true, false, false, true]);
    expect(decisionFor(interrupted, 'bo', NOW).piece(from(closing))).toEqual({ open: false, reason: null });
  });

  test('before the consent was complete is no gap', () => {
    const facts = elsasCase({ said: [yes(MARIA, START), yes(JOHAN, closing)] });
    expect(policeReads(facts, NOW, from(START + 1))).toBe(true);
  });

  test('in a gap is reached by those who name it: every signer must', () => {
    const period = { dataPeriods: [{ from: START, until: null }] };
    const named = elsasCase({
      said: [...consented, withdraws(MARIA, closing), yes(MARIA, reopening, period), yes(JOHAN, reopening, period)],
    });
    expect(policeReads(named, NOW, from(closing))).toBe(true);
    const onlyMaria = elsasCase({ said: [...consented, withdraws(MARIA, closing), yes(MARIA, reopening, period)] });
    expect(policeReads(onlyMaria, NOW, from(closing))).toBe(false);
  });

  test('is reached where the named periods of all signers overlap, start included and end not', () => {
    const [a, b, c, d] = [noon('2026-01-01'), noon('2026-01-11'), noon('2026-01-21'), noon('2026-01-31')];
    const facts = elsasCase({
      said: [
        yes(MARIA, START, { dataPeriods: [{ from: a, until: c }] }),
        yes(JOHAN, START, { dataPeriods: [{ from: b, until: d }] }),
      ],
    });
    expect([a, b - 1, b, c - 1, c, d].map((at) => policeReads(facts, NOW, from(at)))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    // The cell is explained by what is recorded now, which these consents do not reach.
    expect(decisionFor(facts, 'bo', NOW).cell(SCHOOL, 'SCHOOL_ATTENDANCE')).toEqual({
      open: false,
      reason: 'NO_CONSENT',
    });
  });
});
