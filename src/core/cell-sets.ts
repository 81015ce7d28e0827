import type { Cell } from './cell.js';
import type { AgencyId } from './ids.js';
import { INFORMATION_CATEGORIES } from './information-category.js';
import type { InformationCategory } from './information-category.js';

/** Every cell from one of the holders to another one of the recipients in one of the categories. */
export interface CellSet {
  readonly holderIds: readonly AgencyId[];
  readonly recipientIds: readonly AgencyId[];
  readonly categories: readonly InformationCategory[];
}

/** Nobody is a recipient of their own. */
export function cellsOf({ holderIds, recipientIds, categories }: CellSet): readonly Cell[] {
  return holderIds.flatMap((holderId) =>
    recipientIds
      .filter((recipientId) => recipientId !== holderId)
      .flatMap((recipientId) => categories.map((category) => ({ holderId, recipientId, category }))),
  );
}

/**
 * The same cells as few sets: pairs of agencies that share all their categories, and of these, holders that tell the
 * same agencies apart from themselves. Always the same sets, in whatever order the cells come.
 */
export function setsOf(cells: readonly Cell[]): readonly CellSet[] {
  const byPair = Map.groupBy(cells, ({ holderId, recipientId }) => JSON.stringify([holderId, recipientId]));
  const pairs = [...byPair].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofPair]) => ofPair);
  const alike = Map.groupBy(pairs, (ofPair) => categoriesOf(ofPair).join());
  return [...alike.values()].flatMap((ofSame) => {
    const categories = categoriesOf(ofSame.flat());
    return groups(recipientsByHolder(ofSame.flat())).map(({ holders, recipients }) => ({
      holderIds: holders,
      recipientIds: [...recipients].sort(),
      categories,
    }));
  });
}

/** Once each, in their fixed order. */
function categoriesOf(cells: readonly Cell[]): readonly InformationCategory[] {
  const named = new Set(cells.map(({ category }) => category));
  return INFORMATION_CATEGORIES.filter((category) => named.has(category));
}

type RecipientsByHolder = ReadonlyMap<AgencyId, ReadonlySet<AgencyId>>;

function recipientsByHolder(cells: readonly Cell[]): RecipientsByHolder {
  const byHolder = Map.groupBy(cells, ({ holderId }) => holderId);
  return new Map([...byHolder].map(([id, own]) => [id, new Set(own.map(({ recipientId }) => recipientId))]));
}

interface Group {
  readonly holders: AgencyId[];
  readonly recipients: ReadonlySet<AgencyId>;
}

/** Each holder joins the first group whose product, with it, still names exactly the pairs of its holders. */
function groups(recipientsOf: RecipientsByHolder): readonly Group[] {
  const found: Group[] = [];
  for (const [holder, own] of recipientsOf) {
    const joined = found.findIndex(({ holders, recipients }) => {
      const together = new Set([...recipients, ...own]);
      return [...holders, holder].every((id) => isAllBut(id, together, recipientsOf));
    });
    const { holders, recipients } = found[joined] ?? { holders: [], recipients: new Set<AgencyId>() };
    const group = { holders: [...holders, holder], recipients: new Set([...recipients, ...own]) };
    if (joined < 0) found.push(group);
    else found[joined] = group;
  }
  return found;
}

/** Whether the holder tells all of them, whatever stands there of itself. */
function isAllBut(holder: AgencyId, together: ReadonlySet<AgencyId>, recipientsOf: RecipientsByHolder): boolean {
  const own = recipientsOf.get(holder);
  return [...together].every((id) => id === holder || own?.has(id) === true);
}
