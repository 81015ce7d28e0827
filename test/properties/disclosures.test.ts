import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import { isKnownTo } from '../../src/core/rules/disclosure-known-to.js';
import { readsCopy } from '../support/stored-disclosures.js';
import { storedViewers } from '../support/stored-viewers.js';
import { createWorldStore, moment, smallStoredWorlds } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';

const WORLDS = 250;
const SELECTED = `select 'known' as what, id from sig.statutory_disclosure
  union all select 'reasons', disclosure_id from sig.disclosure_reason
  union all select 'copy', disclosure_id from sig.disclosed_copy`;

let store: WorldStore;
beforeAll(async () => {
  store = await createWorldStore();
});
afterAll(() => store.close());

/** What row-level security leaves to a viewer, in the transaction of the superuser. */
async function selected(subjectId: string, at: number): Promise<(what: string, id: string) => boolean> {
  await store.superuser.query(
    `select set_config('role', 'sig_reader', true), set_config('sig.viewer', $1, true), set_config('sig.at', $2, true)`,
    [subjectId, String(at)],
  );
  const { rows } = await store.superuser.query<{ what: string; id: string }>(SELECTED);
  await store.superuser.query('set local role none');
  const found = new Set(rows.map(({ what, id }) => `${what} ${id}`));
  return (what, id) => found.has(`${what} ${id}`);
}

test('core and row-level security let the same disclosures, reasons and copies through, for everybody', async () => {
  const { superuser } = store;
  const count = { read: 0, known: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(smallStoredWorlds, moment, async (world, at) => {
      await superuser.query('begin');
      try {
        await store.store(world, at);
        for (const { viewer, subjectId } of storedViewers(world)) {
          const sees = await selected(subjectId, at);
          const decision = decide(world.facts, viewer, at);
          for (const disclosure of world.disclosures) {
            const { fact } = disclosure;
            const knows = isKnownTo(fact, viewer, decision);
            const unprotected = { ...world.facts, protections: [] };
            const received = readsCopy(disclosure, unprotected, viewer, at);
            const reads = readsCopy(disclosure, world.facts, viewer, at);
            const ofOwnAgency = knows && !('personId' in viewer);
            const core = [knows || received, ofOwnAgency, reads];
            const database = [sees('known', fact.id), sees('reasons', fact.id), sees('copy', fact.id)];
            // What the holder's own agency sees of its copies is its own information, and no matter of receiving.
            const compared = ofOwnAgency ? 2 : 3;
            if (core.slice(0, compared).join() !== database.slice(0, compared).join()) {
              throw new Error(`differ: ${JSON.stringify({ core, database, viewer, at: new Date(at), fact })}`);
            }
            count[reads ? 'read' : knows ? 'known' : 'closed'] += 1;
          }
        }
      } finally {
        await superuser.query('rollback');
      }
    }),
    { numRuns: WORLDS },
  );
  expect(Math.min(count.read, count.known, count.closed)).toBeGreaterThan(WORLDS / 4);
}, 120_000);
