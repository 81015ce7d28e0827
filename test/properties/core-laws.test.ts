import fc from 'fast-check';
import type { BlockFact, CaseFacts, Statement } from '../../src/core/case-facts.js';
import { midnightOf } from '../../src/core/calendar.js';
import type { Cell } from '../../src/core/cell.js';
import { cellsOf } from '../../src/core/cell-sets.js';
import { caseStatus } from '../../src/core/case-status.js';
import { decide } from '../../src/core/decide.js';
import type { Decision } from '../../src/core/decision.js';
import { openings } from '../../src/core/openings.js';
import type { Opening } from '../../src/core/openings.js';
import { RULE_NAMES } from '../../src/core/rules/named-rules.js';
import { sharing } from '../../src/core/sharing.js';
import type { Viewer } from '../../src/core/viewer.js';
import { AGENCIES, CATEGORIES, MOMENTS } from '../support/world-cast.js';
import { block, instant, statement } from '../support/world-consent.js';
import { worlds } from '../support/worlds.js';
import type { World } from '../support/worlds.js';
import { rounds } from './at-length.js';

const holds = ({ from, until }: { from: number | null; until: number | null }, t: number): boolean =>
  (from === null || from <= t) && (until === null || t < until);

interface OpenCell extends Cell, Pick<Opening, 'subjectId' | 'from' | 'until' | 'data' | 'statements'> {}

/** Every opening of the case, whenever it is, cell by cell. */
function openCells(facts: CaseFacts): OpenCell[] {
  return openings(facts, -Infinity).flatMap(({ subjectId, from, until, data, statements, ...set }) =>
    cellsOf(set).map((cell) => ({ subjectId, ...cell, from, until, data, statements })),
  );
}

const cellKey = ({ subjectId, holderId, recipientId, category }: OpenCell): string =>
  [subjectId, holderId, recipientId, category].join(' ');

/** The cells open at an instant. */
function openAt(rows: readonly OpenCell[], at: number): Set<string> {
  return new Set(rows.filter((row) => holds(row, at)).map(cellKey));
}

/** What is in `after` and was not in `before`. */
function news(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...after].filter((key) => !before.has(key));
}

function expectNothingOpens(before: CaseFacts, after: CaseFacts): void {
  const rows = [openCells(before), openCells(after)] as const;
  for (const at of MOMENTS) expect(news(openAt(rows[0], at), openAt(rows[1], at))).toEqual([]);
}

/** Everything that a decision says, as text. */
function everythingSaid({ facts, pieces }: World, viewer: Viewer, at: number): string {
  const decision: Decision = decide(facts, viewer, at);
  return JSON.stringify([
    decision.knowsCase,
    pieces.map((piece) => decision.piece(piece)),
    AGENCIES.map((holder) =>
      CATEGORIES.map((category) => [decision.cell(holder, category), decision.earlier(holder, category)]),
    ),
    RULE_NAMES.map((name) => decision.rule(name)),
    facts.assignments.map(({ roleTermId }) => decision.participant(roleTermId).open),
  ]);
}

/** What whoever knows the case may be shown of it beside the decision. */
const caseAt = ({ facts }: World, at: number): string => JSON.stringify([caseStatus(facts, at), sharing(facts, at)]);

const added = ({ ledger, ...facts }: CaseFacts, said: Omit<Statement, 'sequence'>): CaseFacts => ({
  ...facts,
  ledger: [...ledger, { ...said, sequence: ledger.length + 1 }],
});

const blocked = ({ blocks, ...facts }: CaseFacts, one: Omit<BlockFact, 'id'>): CaseFacts => ({
  ...facts,
  blocks: [...blocks, { ...one, id: 'new' as BlockFact['id'] }],
});

test('a withdrawal or refusal opens no cell, at no time, whoever states it', () => {
  fc.assert(
    fc.property(
      worlds,
      statement,
      fc.constantFrom('WITHDRAWN' as const, 'REFUSED' as const),
      ({ facts }, said, decision) => {
        expectNothingOpens(facts, added(facts, { ...said, decision }));
      },
    ),
    { numRuns: rounds(100) },
  );
});

test('a block opens no cell, at no time', () => {
  fc.assert(
    fc.property(worlds, block, ({ facts }, one) => {
      expectNothingOpens(facts, blocked(facts, one));
    }),
    { numRuns: rounds(100) },
  );
});

test('an earlier end of a consent opens no cell', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), instant, ({ facts }, which, end) => {
      fc.pre(facts.ledger.length > 0);
      const shortened = facts.ledger[which % facts.ledger.length];
      const until = Math.min(shortened?.until ?? Infinity, end);
      expectNothingOpens(facts, {
        ...facts,
        ledger: facts.ledger.map((said) => (said === shortened ? { ...said, until } : said)),
      });
    }),
    { numRuns: rounds(100) },
  );
});

test('a no or a block opens no piece, whenever it was recorded, then or later', () => {
  fc.assert(
    fc.property(
      worlds,
      statement,
      block,
      fc.constantFrom('WITHDRAWN' as const, 'REFUSED' as const, 'BLOCK' as const),
      fc.constantFrom(...MOMENTS),
      ({ facts }, said, one, act, recordedAt) => {
        const after = act === 'BLOCK' ? blocked(facts, one) : added(facts, { ...said, decision: act });
        const reached = (all: readonly OpenCell[], at: number): Set<string> =>
          openAt(
            all.filter((row) => row.data.some((period) => holds(period, recordedAt))),
            at,
          );
        const [rows, rowsAfter] = [openCells(facts), openCells(after)];
        for (const at of MOMENTS.filter((moment) => moment >= recordedAt))
          expect(news(reached(rows, at), reached(rowsAfter, at))).toEqual([]);
      },
    ),
    { numRuns: rounds(100) },
  );
});

test('the end of an assignment opens nothing, and leaves nothing open', () => {
  fc.assert(
    fc.property(worlds, instant, ({ facts, viewers, pieces }, end) => {
      const ended = facts.assignments.map((one) => ({
        ...one,
        period: { ...one.period, until: Math.min(one.period.until ?? Infinity, end) },
      }));
      for (const viewer of viewers) {
        for (const at of MOMENTS) {
          const before = decide(facts, viewer, at);
          const after = decide({ ...facts, assignments: ended }, viewer, at);
          for (const piece of pieces) expect(!after.piece(piece).open || before.piece(piece).open).toBe(true);
          expect('agencyId' in viewer && at >= end && after.knowsCase).toBe(false);
        }
      }
    }),
    { numRuns: rounds(12) },
  );
});

test('neither time alone nor new rules open a cell', () => {
  fc.assert(
    fc.property(worlds, ({ facts }) => {
      const strict = {
        ...facts,
        packs: facts.packs.map((one) => ({ ...one, pack: { ...one.pack, timeMayOpen: false } })),
      };
      const acts = new Set<number | null>([
        ...facts.ledger.map(({ appliesFrom }) => appliesFrom),
        ...facts.blocks.map(({ period }) => period.until),
        ...facts.custody
          .flatMap(({ from, preventedFrom, preventedUntil }) => [from, preventedFrom, preventedUntil])
          .filter((date) => date !== null)
          .map(midnightOf),
      ]);
      const rows = openCells(strict);
      for (const at of MOMENTS.filter((moment) => !acts.has(moment)))
        expect(news(openAt(rows, at - 1), openAt(rows, at))).toEqual([]);
    }),
    { numRuns: rounds(200) },
  );
});

test('what has ended is in no row, and nothing else is left out', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...MOMENTS), ({ facts }, at) => {
      const left = openings(facts, -Infinity).filter(({ until }) => until === null || until > at);
      expect(openings(facts, at)).toEqual(left);
    }),
    { numRuns: rounds(100) },
  );
});

test('a block beats every consent', () => {
  fc.assert(
    fc.property(worlds, instant, ({ facts }, from) => {
      const everywhere: Omit<BlockFact, 'id'> = {
        subjectId: facts.youngPersonId,
        bySignerId: facts.youngPersonId,
        byHolderId: null,
        grants: null,
        period: { from, until: null },
      };
      const rows = openCells(blocked(facts, everywhere)).filter(({ subjectId }) => subjectId === facts.youngPersonId);
      for (const at of MOMENTS.filter((moment) => moment >= from)) expect(openAt(rows, at).size).toBe(0);
    }),
    { numRuns: rounds(100) },
  );
});

test('neither the order of the facts nor a fact told twice matters', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...MOMENTS), (world, at) => {
      const twice = <T>(list: readonly T[]): T[] => [...list, ...list].reverse();
      const { facts, viewers } = world;
      const { packs, custody, ledger, blocks, assignments, protections } = facts;
      const told: World = {
        ...world,
        facts: {
          ...facts,
          packs: twice(packs),
          custody: twice(custody),
          ledger: twice(ledger),
          blocks: twice(blocks),
          protections: twice(protections),
          assignments: [...assignments].reverse(),
          persons: [...facts.persons].reverse(),
        },
      };
      const sorted = (rows: readonly OpenCell[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
      expect(sorted(openCells(told.facts))).toEqual(sorted(openCells(facts)));
      const open = ({ pieces, facts: known }: World, viewer: Viewer): boolean[] =>
        pieces.map((piece) => decide(known, viewer, at).piece(piece).open);
      for (const viewer of viewers) expect(open(told, viewer)).toEqual(open(world, viewer));
    }),
    { numRuns: rounds(100) },
  );
});

test('nothing that a viewer is told changes before changesAt, without a write', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...MOMENTS), (world, at) => {
      for (const viewer of world.viewers) {
        const { changesAt, knowsCase } = decide(world.facts, viewer, at);
        const said = everythingSaid(world, viewer, at);
        const shown = knowsCase ? caseAt(world, at) : '';
        for (const later of MOMENTS.filter((moment) => moment > at && (changesAt === null || moment < changesAt))) {
          expect(everythingSaid(world, viewer, later)).toBe(said);
          expect(knowsCase ? caseAt(world, later) : '').toBe(shown);
        }
        expect(changesAt ?? Infinity).toBeGreaterThan(at);
      }
    }),
    { numRuns: rounds(100) },
  );
});

test('what is open stays open until the end that the verdict names', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...MOMENTS), ({ facts, viewers, pieces }, at) => {
      for (const viewer of viewers) {
        const decision = decide(facts, viewer, at);
        for (const piece of pieces) {
          const verdict = decision.piece(piece);
          if (!verdict.open) continue;
          for (const later of MOMENTS.filter(
            (moment) => moment > at && (verdict.until === null || moment < verdict.until),
          )) {
            expect(decide(facts, viewer, later).piece(piece).open).toBe(true);
          }
        }
      }
    }),
    { numRuns: rounds(100) },
  );
});
