/**
 * Where rows lie in a table, and how PostgreSQL finds them, depends on rows that lay beside them: without an order of its own an
 * answer could change when something withheld is destroyed. Found by view equivalence at length, in a young person's address.
 */
import fc from 'fast-check';
import { inOrder } from '../../src/access/open-piece.js';
import type { OpenPiece } from '../../src/access/open-piece.js';
import { KINDS } from '../../src/features/kinds.js';

/** As much of an open piece as any kind orders by; few values, so that many are the same. */
const piece = fc.record({
  ...{ id: fc.uuid(), recordedAt: fc.nat(2), position: fc.nat(2), madeAt: fc.nat(2), evaluatedOn: fc.nat(2) },
  ...{ inviteeKind: fc.nat(2), category: fc.constantFrom('PLAN', 'MEETING'), holderId: fc.constantFrom('a', 'b') },
});
const pieces = fc.uniqueArray(piece, { selector: ({ id }) => id, maxLength: 12 });
const rows = pieces.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

test.each(KINDS.all.map((kind) => [kind.name, kind] as const))(
  'pieces of the kind %s come in one order, down to their ids, however their rows lie',
  (_name, kind) => {
    fc.assert(
      fc.property(rows, ([some, others]) => {
        const order = (all: readonly object[]): string[] =>
          inOrder(kind, [...all] as unknown as OpenPiece[]).map(({ id }) => id);
        expect(order(some)).toEqual(order(others));
      }),
    );
  },
);
