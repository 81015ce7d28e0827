import fc from 'fast-check';
import { createWorldStore } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';
import { atLeast, atLength, rounds } from './at-length.js';
import { threeWayAgreement } from './three-way.js';

const WORLDS = rounds(300);

let store: WorldStore;
beforeAll(async () => {
  store = await createWorldStore();
});
afterAll(() => store.close());

test(
  'core, row-level security and reference model open the same pieces, for everybody',
  async () => {
    const seen = { open: 0, closed: 0 };
    await fc.assert(threeWayAgreement(store, seen), { numRuns: WORLDS });
    expect(Math.min(seen.open, seen.closed)).toBeGreaterThanOrEqual(atLeast(1, WORLDS));
  },
  atLength(180_000),
);
