import type { AgencyFact, Grant } from './case-facts.js';
import { names } from './cell.js';
import type { Cell } from './cell.js';
import { DomainError } from './errors.js';
import { grantsOf, pairsOf } from './grant-pairs.js';
import type { AgencyId } from './ids.js';
import { INFORMATION_CATEGORIES } from './information-category.js';
import type { InformationCategory } from './information-category.js';

/** What is ticked on a form, as it is ticked. */
export interface FormCells {
  /** The leaflets' sentence "these may talk openly with one another": every ordered pair of these parties. */
  readonly talkOpenly?: readonly AgencyId[] | null;
  /** About what they may talk; all categories where the form leaves none out. */
  readonly categories?: readonly InformationCategory[] | null;
  /** Single cells beside the sentence. */
  readonly grants?: readonly Grant[] | null;
  /** What the signers strike out again. */
  readonly except?: readonly Grant[] | null;
}

/**
 * The cells that a form names, in few sets and in the order of the municipality's agencies; the sentence alone is one
 * set. `null` when nothing at all is ticked: a no to everything, which only a no may be.
 *
 * @throws DomainError BAD_USER_INPUT for an agency of another municipality or one paired with itself, and when the
 * exceptions leave nothing.
 */
export function expandForm(form: FormCells, agencies: readonly AgencyFact[]): readonly Grant[] | null {
  const { talkOpenly, categories, grants, except } = form;
  if (!talkOpenly?.length && !grants?.length) return null;
  const among = [...new Set(talkOpenly)];
  const sentence = { fromIds: among, toIds: among, categories: categories ?? INFORMATION_CATEGORIES };
  // One party alone talks with nobody.
  const ticked = [...(among.length > 1 ? [sentence] : []), ...(grants ?? [])];
  const left = normalGrants(ticked, agencies, normalGrants(except ?? [], agencies));
  if (left.length === 0) throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
  return left;
}

/**
 * The same cells in one form: pairs once each, categories in their fixed order, nothing empty.
 *
 * @throws DomainError BAD_USER_INPUT as {@link expandForm} does.
 */
export function normalGrants(
  grants: readonly Grant[],
  agencies: readonly AgencyFact[],
  except: readonly Grant[] = [],
): readonly Grant[] {
  const known = new Set(agencies.map(({ id }) => id));
  for (const grant of grants) {
    const { fromIds, toIds } = grant;
    if (![...fromIds, ...toIds].every((id) => known.has(id))) throw new DomainError('BAD_USER_INPUT', 'agencyUnknown');
    if (pairsOf([grant]).length === 0) throw new DomainError('BAD_USER_INPUT', 'agencyWithItself');
  }
  return grantsNaming(agencies, (cell) => names(grants, cell) && !names(except, cell));
}

/** Cells as a form would name them. */
export function grantsNaming(agencies: readonly AgencyFact[], isNamed: (cell: Cell) => boolean): readonly Grant[] {
  const everything = agencies.map(({ id }) => id);
  const pairs = pairsOf([{ fromIds: everything, toIds: everything, categories: INFORMATION_CATEGORIES }]);
  return grantsOf(
    pairs.flatMap(({ fromId, toId, categories }) => {
      const named = categories.filter((category) => isNamed({ holderId: fromId, recipientId: toId, category }));
      return named.length === 0 ? [] : [{ fromId, toId, categories: named }];
    }),
  );
}

/** Whether at least one cell is named by both. */
export function overlap(a: readonly Grant[], b: readonly Grant[]): boolean {
  return pairsOf(a).some(({ fromId, toId, categories }) =>
    categories.some((category) => names(b, { holderId: fromId, recipientId: toId, category })),
  );
}
