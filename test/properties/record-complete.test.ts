import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { isKnownTo } from '../../src/core/rules/disclosure-known-to.js';
import { CASE_FIELDS } from '../support/documents.js';
import { pick, randomDocument, randomOf } from '../support/random-document.js';
import { readsCopy } from '../support/stored-disclosures.js';
import { canary, openIn } from '../support/stored-format.js';
import { storedViewers } from '../support/stored-viewers.js';
import { likelyReaders, PENDING } from '../support/stored-world.js';
import type { StoredPiece, StoredWorld } from '../support/stored-format.js';
import { moment, storedWorlds } from '../support/stored-worlds.js';
import { startWorldApp } from '../support/world-app.js';
import type { WorldApp } from '../support/world-app.js';
import { CASE, ELSA, SOCIAL } from '../support/world-cast.js';
import { atLeast, atLength, rounds } from './at-length.js';

const WORLDS = rounds(60);
const COUNTED = rounds(25);
const EVERYTHING = `{ case(id: "${CASE}") { ${CASE_FIELDS} } }`;
/** Forms that wait for a second person, which agencies read that see no consent: who signed, and what for. */
const FORMS = `{ case(id: "${CASE}") { pendingConsents { purpose signers { name } evidence { recordedBy { name } } } } }`;
/** Counts and searches, which show that something is there without showing it. */
const COUNTS = [
  `{ case(id: "${CASE}") { plan { progress { total done overdue } } } }`,
  `{ case(id: "${CASE}") { notes { totalCount } meetings { pageInfo { hasNextPage } } } }`,
  `{ case(id: "${CASE}") { consents { signer { name } } } }`,
  FORMS,
];

let app: WorldApp;
beforeAll(async () => {
  app = await startWorldApp();
}, 60_000);
afterAll(() => app.close());

const cellOf = ({ holderId, category }: Pick<StoredPiece, 'holderId' | 'category'>): string =>
  `${holderId} ${category}`;

/** The same world with a plan that has a goal with an action, held where the coordinator is. */
function withPlan(world: StoredWorld): StoredWorld {
  const kinds = ['PLAN', 'GOAL', 'ACTION'] as const;
  const pieces = world.pieces.map((piece, index) => {
    const kind = kinds[index - 1];
    if (kind === undefined) return piece;
    return { ...piece, kind, category: 'PLAN' as const, holderId: SOCIAL, subjectIds: [ELSA], heldBack: false };
  });
  return { ...world, pieces };
}

/** The cells recorded since the last time, and the cases, of which a row may tell no more than that they were read. */
async function takeRecorded(viewerId: string): Promise<{ cells: Set<string>; cases: Set<string> }> {
  const { rows } = await app.superuser.query<{ viewer_id: string; case_id: string; entries: StoredPiece[] }>(
    'delete from sig.access_record returning viewer_id, case_id, entries',
  );
  expect(rows.every(({ viewer_id }) => viewer_id === viewerId)).toBe(true);
  return {
    cells: new Set(rows.flatMap(({ entries }) => entries.map(cellOf))),
    cases: new Set(rows.map(({ case_id }) => case_id)),
  };
}

test(
  'what an answer shows is what its access record says, and nothing is recorded that is not open',
  async () => {
    const count = { shown: 0, recorded: 0, forms: 0, signers: 0 };
    await fc.assert(
      fc.asyncProperty(storedWorlds, moment, fc.integer(), async (world, at, seed) => {
        const random = randomOf(seed);
        const { viewer, subjectId } = pick(random, likelyReaders(world, at, random));
        const token = await app.tokenOf(viewer, subjectId);
        const ids = world.pieces.map(({ id }) => id);
        const wanted = { schema: app.schema, caseId: CASE, ids: [CASE, ELSA, ...ids], words: ['SIG', 'canary'] };
        const decision = decide(world.facts, viewer, at);
        const open = [...openIn(world, decision)];
        const told = world.disclosures.filter(
          (one) => readsCopy(one, world.facts, viewer, at) || isKnownTo(one.fact, viewer, decision),
        );
        const openCells = new Set([...open, ...told.map(({ piece }) => piece)].map(cellOf));
        await app.store(world, at);
        for (const document of [
          randomDocument(random, wanted),
          randomDocument(random, wanted),
          EVERYTHING,
          ...COUNTS,
        ]) {
          const { text } = await app.app.ask(token, document);
          const { cells: recorded, cases } = await takeRecorded(subjectId);
          const disclosed = told.filter(({ fact }) => text.includes(fact.id)).map(({ piece }) => piece);
          const pieces = open.filter(({ id }) => text.includes(canary(id)) || text.includes(id));
          const shown = new Set([...pieces, ...disclosed].map(cellOf));
          const missing = [...shown].filter((cell) => !recorded.has(cell));
          // No cell is its holder's: that it was read is told by the row of the case.
          const showsForm = text.includes(canary(PENDING)) || text.includes(PENDING);
          if (showsForm && !cases.has(CASE)) missing.push(`form ${PENDING}`);
          const unfounded = [...recorded].filter((cell) => !openCells.has(cell));
          if (missing.length + unfounded.length > 0) {
            throw new Error(
              `${JSON.stringify({ capacity: viewer.capacity, missing, unfounded })}\n${document}\n${text}`,
            );
          }
          count.shown += shown.size;
          count.recorded += recorded.size;
          count.forms += showsForm ? 1 : 0;
          count.signers += document === FORMS ? shown.size : 0;
        }
      }),
      { numRuns: WORLDS, endOnFailure: true },
    );
    expect(count.shown).toBeGreaterThanOrEqual(atLeast(1, WORLDS));
    for (const seen of [count.forms, count.signers]) expect(seen).toBeGreaterThanOrEqual(atLeast(0.25, WORLDS));
    expect(count.recorded).toBeGreaterThanOrEqual(count.shown);
  },
  atLength(120_000),
);

test(
  'a count of actions is recorded as what is counted',
  async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(storedWorlds, moment, async (any, at) => {
        const world = withPlan(any);
        await app.store(world, at);
        for (const { viewer, subjectId } of storedViewers(world)) {
          const token = await app.tokenOf(viewer, subjectId);
          const query = `{ case(id: "${CASE}") { plan { progress { total } goals { actions { id } } } } }`;
          const { text, data } = await app.app.ask<{ case: { plan: { progress: { total: number } } | null } | null }>(
            token,
            query,
          );
          await takeRecorded(subjectId);
          await app.app.ask(token, COUNTS[0] ?? '');
          counted += data.case?.plan?.progress.total ?? 0;
          const actions = world.pieces.filter(({ id, kind }) => kind === 'ACTION' && text.includes(id)).map(cellOf);
          const { cells: recorded } = await takeRecorded(subjectId);
          expect(actions.filter((cell) => !recorded.has(cell))).toEqual([]);
        }
      }),
      { numRuns: COUNTED, endOnFailure: true },
    );
    expect(counted > 0 || COUNTED < 25).toBe(true);
  },
  atLength(60_000),
);
