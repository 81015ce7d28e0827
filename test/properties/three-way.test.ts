import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { modelReadable } from '../support/reference-model.js';
import { selectedPieces } from '../support/selected-pieces.js';
import { storedViewers } from '../support/stored-world.js';
import { createWorldStore, moment, smallStoredWorlds } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';

const WORLDS = 1_500;

let store: WorldStore;
beforeAll(async () => {
  store = await createWorldStore();
});
afterAll(() => store.close());

test('core, row-level security and reference model open the same pieces, for everybody', async () => {
  const { superuser } = store;
  const count = { open: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(smallStoredWorlds, moment, fc.nat(2), async (world, at, third) => {
      await superuser.query('begin');
      try {
        await store.store(world, at);
        // A third of the viewers each time: a world costs more than a viewer.
        for (const { viewer, subjectId } of storedViewers(world).filter((_, index) => index % 3 === third)) {
          const selected = await selectedPieces(superuser, subjectId, at);
          const decision = decide(world.facts, viewer, at);
          for (const piece of world.pieces) {
            const says = {
              core: decision.piece(piece).open,
              model: modelReadable(world.facts, viewer, piece, at),
              database: selected.has(piece.id),
            };
            if (says.core !== says.model || says.core !== says.database) {
              throw new Error(`differ: ${JSON.stringify({ says, viewer, at: new Date(at), piece })}`);
            }
            count[says.core ? 'open' : 'closed'] += 1;
          }
        }
      } finally {
        await superuser.query('rollback');
      }
    }),
    { numRuns: WORLDS },
  );
  expect(Math.min(count.open, count.closed)).toBeGreaterThan(WORLDS);
}, 180_000);
