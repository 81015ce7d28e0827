import type { CaseFacts } from './case-facts.js';
import { cellsBetween } from './cell.js';
import type { Cell } from './cell.js';
import { setsOf } from './cell-sets.js';
import type { CellSet } from './cell-sets.js';
import type { CellOpening } from './cell-timeline.js';
import type { PersonId } from './ids.js';
import { openingsAbout } from './openings-about.js';
import type { Instant } from './period.js';

/** Cells of one subject, open for one stretch of time: a row of the projection that row-level security reads. */
export interface Opening extends CellSet, CellOpening {
  readonly subjectId: PersonId;
}

/**
 * Every opening of a case that has not ended, ahead as well, from the same evaluation as the decision's. Cells with the
 * same answer share a row; what has ended is history, which the ledger tells.
 *
 * @throws MissingFactError when a subject's birth date or the municipality's rules are missing.
 */
export function openings(facts: CaseFacts, at: Instant): readonly Opening[] {
  return facts.persons.flatMap(({ id: subjectId }) =>
    [...cellsByOpening(facts, subjectId, at).values()].flatMap(({ opening, cells }) =>
      setsOf(cells).map((set) => ({ subjectId, ...set, ...opening })),
    ),
  );
}

interface Alike {
  readonly opening: CellOpening;
  readonly cells: Cell[];
}

function cellsByOpening(facts: CaseFacts, subjectId: PersonId, at: Instant): ReadonlyMap<string, Alike> {
  const openingsOf = openingsAbout(facts, subjectId);
  const alike = new Map<string, Alike>();
  // Most cells share one list, so that few openings are put in words.
  for (const [all, cells] of Map.groupBy(cellsBetween(facts.agencies), openingsOf)) {
    for (const opening of all.filter(({ until }) => until === null || until > at)) {
      const key = JSON.stringify(opening);
      const known = alike.get(key) ?? { opening, cells: [] };
      known.cells.push(...cells);
      alike.set(key, known);
    }
  }
  return alike;
}
