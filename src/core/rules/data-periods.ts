/**
 * A consent reaches what was recorded within the data periods that it names. If it names none: everything recorded up
 * to and during the grant, except gaps: times when the cell was closed after it had first been open.
 *
 * Source: brief, section 2 (a consent says for what time); design, section 3, `dataPeriod`.
 */
import type { Statement } from '../case-facts.js';
import { ALWAYS, intersect } from '../period.js';
import type { Instant, Period } from '../period.js';

/** What all the grants that carry an opening reach together; `gaps` in time order. */
export function reachOf(carriers: readonly Statement[], gaps: readonly Period[]): readonly Period[] {
  // Those of one form reach the same, and are asked once.
  const distinct = new Map(carriers.map((carrier) => [carrier.dataPeriods ?? carrier.until, carrier]));
  const reaches = [...distinct.values()].map(({ dataPeriods, until }) => dataPeriods ?? outside(gaps, until));
  return reaches.reduce(intersect, [ALWAYS]);
}

function outside(gaps: readonly Period[], until: Instant | null): readonly Period[] {
  const starts = [null, ...gaps.map((gap) => gap.until)];
  const ends = [...gaps.map((gap) => gap.from), until];
  return starts.map((from, index) => ({ from, until: ends[index] ?? null }));
}
