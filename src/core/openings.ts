import type { CaseFacts } from './case-facts.js';
import type { Cell } from './cell.js';
import { cellOpenings } from './cell-timeline.js';
import type { CellOpening } from './cell-timeline.js';
import { consentHistory } from './consent-history.js';
import type { AgencyId, PersonId } from './ids.js';
import { INFORMATION_CATEGORIES } from './information-category.js';

/** One cell of one subject, open for one stretch of time: a row of the projection that row-level security reads. */
export interface Opening extends Cell, CellOpening {
  readonly subjectId: PersonId;
}

/**
 * Every opening of a case, past, present and ahead, from the same evaluation as the decision's.
 *
 * @throws MissingFactError when a subject's birth date or the municipality's rules are missing.
 */
export function openings(facts: CaseFacts): readonly Opening[] {
  return facts.persons.flatMap(({ id: subjectId }) => {
    const history = consentHistory(facts, subjectId);
    if (history === null) return [];
    return cellsBetween(facts.agencies.map(({ id }) => id)).flatMap((cell) =>
      cellOpenings(history, cell).map((opening) => ({ subjectId, ...cell, ...opening })),
    );
  });
}

/** Every cell from one agency to another one. */
export function cellsBetween(agencyIds: readonly AgencyId[]): readonly Cell[] {
  return agencyIds.flatMap((holderId) =>
    agencyIds
      .filter((recipientId) => recipientId !== holderId)
      .flatMap((recipientId) => INFORMATION_CATEGORIES.map((category) => ({ holderId, recipientId, category }))),
  );
}
