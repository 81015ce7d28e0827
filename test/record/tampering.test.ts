import fc from 'fast-check';
import { atLength, rounds } from '../properties/at-length.js';
import { SealedWorld } from './sealed-world.js';
import { tamperings } from './tamperings.js';

/** Times that somebody with every right over the database changes something. */
const TIMES = rounds(120);

let world: SealedWorld;
beforeAll(async () => {
  world = await SealedWorld.create();
  for (let root = 0; root < 6; root++) {
    await world.addRows(40, 7);
    await world.seal();
  }
});
afterAll(() => world.close());

test('nothing is found in a record that nobody touched', async () => {
  const { findings, sealed, unsealed } = await world.verify();
  expect([findings, sealed, unsealed]).toEqual([[], 240, 0]);
});

test(
  'every change, removal, addition and exchange of rows is found, and named',
  async () => {
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tamperings), fc.nat(), fc.nat(), async (tampering, one, other) => {
        await world.rolledBack(async () => {
          const trace = await tampering.act(world.superuser, one, other);
          const { findings } = await world.verifyHere();
          const named = findings.filter(
            ({ kind, where }) => trace.kinds.includes(kind) && trace.names.some((name) => where.includes(name)),
          );
          if (named.length === 0) {
            throw new Error(
              `${tampering.name} is not named: ${JSON.stringify({ trace, findings: findings.slice(0, 5) })}`,
            );
          }
          kinds.set(tampering.name, (kinds.get(tampering.name) ?? 0) + 1);
        });
      }),
      { numRuns: TIMES },
    );
    expect(kinds.size).toBe(tamperings.length);
  },
  atLength(72_000),
);
