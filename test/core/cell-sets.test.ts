import fc from 'fast-check';
import { cellsBetween } from '../../src/core/cell.js';
import type { Cell } from '../../src/core/cell.js';
import { cellsOf, setsOf } from '../../src/core/cell-sets.js';
import { normalGrants } from '../../src/core/consent-form.js';
import { grantsOf, pairsOf } from '../../src/core/grant-pairs.js';
import type { GrantPair } from '../../src/core/grant-pairs.js';
import type { AgencyId } from '../../src/core/ids.js';
import { INFORMATION_CATEGORIES } from '../../src/core/information-category.js';

const IDS = ['a', 'b', 'c', 'd', 'e'] as AgencyId[];
const CATEGORIES = INFORMATION_CATEGORIES.slice(0, 3);
const AGENCIES = IDS.map((id) => ({ id, kind: 'SCHOOL' as const, parentId: null }));
const ALL: readonly Cell[] = cellsBetween(AGENCIES).filter(({ category }) => CATEGORIES.includes(category));

const word = ({ holderId, recipientId, category }: Cell): string => `${holderId}>${recipientId} ${category}`;
const words = (cells: readonly Cell[]): string[] => cells.map(word).sort();

/** Cells as chance has them, and as forms leave them: products, with some cells struck out. */
const product = fc.record({
  holderIds: fc.subarray(IDS, { minLength: 1 }),
  recipientIds: fc.subarray(IDS, { minLength: 1 }),
  categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
});
const someCells: fc.Arbitrary<readonly Cell[]> = fc.oneof(
  fc.subarray([...ALL]),
  fc.tuple(fc.array(product, { maxLength: 3 }), fc.subarray([...ALL], { maxLength: 4 })).map(([products, struck]) => {
    const named = new Set(words(products.flatMap(cellsOf)));
    return ALL.filter((cell) => named.has(word(cell)) && !struck.includes(cell));
  }),
);

test('the sets name exactly the cells, each of them once', () => {
  fc.assert(
    fc.property(someCells, (cells) => {
      expect(words(setsOf(cells).flatMap(cellsOf))).toEqual(words(cells));
    }),
    { numRuns: 2000 },
  );
});

test('they are never more than the pairs, and the same whatever the order of the cells', () => {
  fc.assert(
    fc.property(someCells, fc.shuffledSubarray([...ALL], { minLength: ALL.length }), (cells, order) => {
      const sets = setsOf(cells);
      expect(sets.length).toBeLessThanOrEqual(
        new Set(cells.map((cell) => `${cell.holderId} ${cell.recipientId}`)).size,
      );
      expect(setsOf(order.filter((cell) => cells.includes(cell)))).toEqual(sets);
    }),
  );
});

test.each<[string, (cell: Cell) => boolean, number]>([
  ['all who may talk openly with one another', () => true, 1],
  ['all but two, who may with one another', ({ holderId, recipientId }) => holderId < 'c' === recipientId < 'c', 2],
  ['one who is told by all, and tells nobody', ({ recipientId }) => recipientId === 'c', 1],
  ['all but what one tells another', (cell) => word(cell) !== `a>b ${CATEGORIES[0]}`, 3],
])('%s are %s sets', (_what, isNamed, count) => {
  expect(setsOf(ALL.filter(isNamed))).toHaveLength(count);
});

test('grants are told in the pairs and the order in which they were ticked', () => {
  const pair: fc.Arbitrary<GrantPair> = fc
    .record({ fromId: fc.constantFrom(...IDS), toId: fc.constantFrom(...IDS), categories: fc.constant(CATEGORIES) })
    .filter(({ fromId, toId }) => fromId !== toId);
  const openly = fc.shuffledSubarray(IDS).map((ids) => pairsOf([{ fromIds: ids, toIds: ids, categories: CATEGORIES }]));
  const ticked = fc.array(fc.oneof(fc.tuple(pair), openly), { maxLength: 5 }).map((parts) => parts.flat());
  fc.assert(
    fc.property(ticked, (pairs) => {
      expect(pairsOf(grantsOf(pairs))).toEqual(pairs);
    }),
    { numRuns: 2000 },
  );
});

test('a form keeps the order of the municipality’s agencies, whatever is struck out', () => {
  fc.assert(
    fc.property(someCells, (cells) => {
      const single = cells.map(({ holderId, recipientId, category }) => ({
        ...{ fromIds: [holderId], toIds: [recipientId], categories: [category] },
      }));
      const shown = pairsOf(normalGrants(single, AGENCIES)).flatMap(({ fromId: holderId, toId, categories }) =>
        categories.map((category) => word({ holderId, recipientId: toId, category })),
      );
      expect(shown).toEqual(ALL.filter((cell) => cells.includes(cell)).map(word));
    }),
  );
});

test('the sentence is one set, and so is everything that one party tells and is told', () => {
  const openly = [{ fromIds: IDS, toIds: IDS, categories: CATEGORIES }];
  expect(grantsOf(pairsOf(openly))).toEqual(openly);
  const others = IDS.slice(1);
  const around = [
    { fromIds: IDS.slice(0, 1), toIds: others, categories: CATEGORIES },
    { fromIds: others, toIds: IDS.slice(0, 1), categories: CATEGORIES },
  ];
  expect(grantsOf(pairsOf(around))).toEqual(around);
});
