import type { Grant } from './case-facts.js';
import type { AgencyId } from './ids.js';
import type { InformationCategory } from './information-category.js';

/** `categories` may go from one agency to another: a grant as people read it. */
export interface GrantPair {
  readonly fromId: AgencyId;
  readonly toId: AgencyId;
  readonly categories: readonly InformationCategory[];
}

/** One after the other, set by set. */
export function pairsOf(grants: readonly Grant[]): readonly GrantPair[] {
  return grants.flatMap(({ fromIds, toIds, categories }) =>
    fromIds.flatMap((fromId) => told(toIds, fromId).map((toId) => ({ fromId, toId, categories }))),
  );
}

/**
 * The same pairs as few sets: those who may talk openly with one another become one. Only neighbours are joined, so
 * that {@link pairsOf} gives back the pairs as they stood: whoever signed reads them in that order.
 */
export function grantsOf(pairs: readonly GrantPair[]): readonly Grant[] {
  const sets: Grant[] = [];
  for (const row of rowsOf(pairs)) {
    const last = sets.at(-1);
    const joined = last === undefined ? null : withRow(last, row);
    if (joined === null) sets.push(row);
    else sets[sets.length - 1] = joined;
  }
  return sets;
}

/** Neighbours that one agency tells the same. */
function rowsOf(pairs: readonly GrantPair[]): readonly Grant[] {
  const rows: Grant[] = [];
  for (const { fromId, toId, categories } of pairs) {
    const last = rows.at(-1);
    if (last?.fromIds[0] === fromId && same(last.categories, categories) && !last.toIds.includes(toId)) {
      rows[rows.length - 1] = { ...last, toIds: [...last.toIds, toId] };
    } else rows.push({ fromIds: [fromId], toIds: [toId], categories });
  }
  return rows;
}

/** The set with one more who tells, or `null` where that would name other pairs. */
function withRow(set: Grant, { fromIds: [fromId], toIds, categories }: Grant): Grant | null {
  if (fromId === undefined || set.fromIds.includes(fromId) || !same(set.categories, categories)) return null;
  const [first] = set.fromIds;
  // The only one who tells may be told as well, as long as nobody else is there to tell them.
  const together =
    set.fromIds.length > 1 || first === undefined
      ? [set.toIds]
      : [set.toIds, ...set.toIds.concat(first).map((_, place) => set.toIds.toSpliced(place, 0, first))];
  const recipients = together.find((ids) => same(told(ids, fromId), toIds));
  return recipients === undefined ? null : { fromIds: [...set.fromIds, fromId], toIds: recipients, categories };
}

/** Those of the recipients whom one holder tells. */
function told(toIds: readonly AgencyId[], fromId: AgencyId): readonly AgencyId[] {
  return toIds.filter((toId) => toId !== fromId);
}

function same<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
