import type { ReceiptStatement } from './statement.js';

type NamedGrant = NonNullable<ReceiptStatement['grants']>[number];

/** Grants of the same information, as they were ticked: a group that may talk openly, or one party telling several. */
export type PartyGrant =
  | { readonly among: readonly string[]; readonly categories: readonly string[] }
  | { readonly from: string; readonly to: readonly string[]; readonly categories: readonly string[] };

/**
 * The leaflet's sentence, "these may talk openly with one another", is stored as every ordered pair of the parties.
 * Here it is put together again, so that a family reads one line and not thirty.
 */
export function grantsByParties(grants: readonly NamedGrant[]): readonly PartyGrant[] {
  return [...groupedBy(grants, ({ categories }) => JSON.stringify(categories)).values()].flatMap(
    (alike): PartyGrant[] => {
      const [{ categories }] = alike;
      const parties = [...new Set(alike.flatMap(({ from, to }) => [from, to]))];
      const pairs = new Set(alike.map(({ from, to }) => JSON.stringify([from, to])));
      if (parties.length > 2 && pairs.size === parties.length * (parties.length - 1)) {
        return [{ among: parties, categories }];
      }
      return [...groupedBy(alike, ({ from }) => from)].map(([from, told]) => ({
        from,
        to: told.map(({ to }) => to),
        categories,
      }));
    },
  );
}

type NotEmpty<Item> = [Item, ...Item[]];

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, NotEmpty<Item>> {
  const groups = new Map<string, NotEmpty<Item>>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
