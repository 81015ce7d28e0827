import type { CaseFacts } from './case-facts.js';
import { cellsBetween } from './cell.js';
import type { Cell } from './cell.js';
import { openingsByCell } from './cell-timeline.js';
import type { CellOpening } from './cell-timeline.js';
import { consentHistory } from './consent-history.js';
import type { PersonId } from './ids.js';

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
    const openingsOf = openingsByCell(history);
    return cellsBetween(facts.agencies).flatMap((cell) =>
      openingsOf(cell).map((opening) => ({ subjectId, ...cell, ...opening })),
    );
  });
}
