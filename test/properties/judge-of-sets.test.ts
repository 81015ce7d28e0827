import fc from 'fast-check';
import { openingRows } from '../../src/access/opening-projection.js';
import { cellsOf } from '../../src/core/cell-sets.js';
import type { AgencyId, PersonId } from '../../src/core/ids.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import { createWorldStore, smallStoredWorlds } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';
import { AGENCIES, CASE, CATEGORIES, SUBJECTS } from '../support/world-cast.js';
import { atLeast, atLength, rounds } from './at-length.js';

const ROUNDS = rounds(150);
let store: WorldStore;
beforeAll(async () => {
  store = await createWorldStore();
});
afterAll(() => store.close());

type Row = Readonly<Record<string, unknown>>;

/** Why the openings about the subject must not be, if they were these. */
async function fault(subjectId: PersonId, rows: readonly Row[]): Promise<string | null> {
  await store.superuser.query('delete from sig.opening');
  await store.superuser.query('insert into sig.opening select * from jsonb_populate_recordset(null::sig.opening, $1)', [
    JSON.stringify(rows),
  ]);
  const { rows: told } = await store.superuser.query<{ fault: string | null }>(
    'select sig.openings_fault($1, $2) as fault',
    [CASE, subjectId],
  );
  return told[0]!.fault;
}

const wider = fc.record({
  holderIds: fc.subarray<AgencyId>([...AGENCIES]),
  recipientIds: fc.subarray<AgencyId>([...AGENCIES]),
  categories: fc.subarray<InformationCategory>([...CATEGORIES]),
  /** Before the opening begins, as well: then nothing of it is carried. */
  earlier: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

test(
  'the judge at commit admits what the formula opens, and a set exactly where it admits every cell of it',
  async () => {
    // Refused for what was added alone: the opening that it grew from is right.
    const seen = { admitted: 0, refused: 0, refusedForSome: 0 };
    await fc.assert(
      fc.asyncProperty(smallStoredWorlds, fc.nat(), wider, async (world, which, more) => {
        await store.superuser.query('begin');
        try {
          await store.store(world, 0);
          const right = openingRows(world.facts, -Infinity);
          for (const subjectId of SUBJECTS) {
            const ofSubject = right.filter((row) => row['subject_id'] === subjectId);
            expect(await fault(subjectId, ofSubject)).toBeNull();
            const row = ofSubject[which % Math.max(1, ofSubject.length)];
            if (row === undefined) continue;
            const and = <Id>(own: unknown, others: readonly Id[]): Id[] => [...new Set([...(own as Id[]), ...others])];
            const set = {
              holderIds: and(row['holder_ids'], more.holderIds),
              recipientIds: and(row['recipient_ids'], more.recipientIds),
              categories: and(row['categories'], more.categories),
            };
            const when = more.earlier ? { valid: '(,)' } : {};
            const cells = cellsOf(set).map(({ holderId, recipientId, category }) => ({
              ...{ ...row, ...when, holder_ids: [holderId], recipient_ids: [recipientId], categories: [category] },
            }));
            const sets = { holder_ids: set.holderIds, recipient_ids: set.recipientIds, categories: set.categories };
            const [ofCells, ofSet] = [
              await fault(subjectId, cells),
              await fault(subjectId, [{ ...row, ...when, ...sets }]),
            ];
            // Why may differ, where cells are wrong for different reasons.
            expect(ofSet === null).toBe(ofCells === null);
            seen[ofSet === null ? 'admitted' : 'refused'] += 1;
            if (ofSet !== null && !more.earlier) seen.refusedForSome += 1;
          }
        } finally {
          await store.superuser.query('rollback');
        }
      }),
      { numRuns: ROUNDS },
    );
    process.stdout.write(`the judge of sets: ${JSON.stringify(seen)}\n`);
    expect(seen.admitted).toBeGreaterThan(atLeast(0.05, ROUNDS));
    expect(seen.refused).toBeGreaterThan(atLeast(0.05, ROUNDS));
    expect(seen.refusedForSome).toBeGreaterThan(atLeast(0.05, ROUNDS));
  },
  atLength(90_000),
);
