import type { AgencyFact, Grant } from './case-facts.js';
import type { AgencyId } from './ids.js';
import { INFORMATION_CATEGORIES } from './information-category.js';
import type { InformationCategory } from './information-category.js';

/** The unit that consent opens for one subject: what one agency holds in one category, towards one other agency. */
export interface Cell {
  readonly holderId: AgencyId;
  readonly recipientId: AgencyId;
  readonly category: InformationCategory;
}

/** Whether a list of grants names the cell. Direction counts: from A to B says nothing about from B to A. */
export function names(grants: readonly Grant[], { holderId, recipientId, category }: Cell): boolean {
  if (holderId === recipientId) return false;
  return grants.some(
    ({ fromIds, toIds, categories }) =>
      fromIds.includes(holderId) && toIds.includes(recipientId) && categories.includes(category),
  );
}

/** Every cell from one agency to another one. */
export function cellsBetween(agencies: readonly AgencyFact[]): readonly Cell[] {
  return agencies.flatMap(({ id: holderId }) =>
    agencies
      .filter(({ id: recipientId }) => recipientId !== holderId)
      .flatMap(({ id: recipientId }) =>
        INFORMATION_CATEGORIES.map((category) => ({ holderId, recipientId, category })),
      ),
  );
}
