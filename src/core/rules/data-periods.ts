/**
 * A consent reaches what was recorded within the data periods that it names. If it names none: everything recorded up
 * to and during the grant, except gaps.
 *
 * A gap is of a cell. It begins when an open cell closes, from whatever cause; in a cell never yet open at the first no
 * about it, by somebody who must sign then or by the subject at any age, or at a block. It ends when the cell opens.
 * Silence before that is no gap. So what lies in a gap opens only if every yes that carries the opening names the time.
 *
 * Source: design, section 7 (a consent says for what time); design, section 3, `dataPeriod`.
 */
import type { Statement } from '../case-facts.js';
import { ALWAYS, complement, intersect } from '../period.js';
import type { Period } from '../period.js';

/** What all the grants that carry an opening reach together; `gaps` are those of the cell before the opening. */
export function reachOf(carriers: readonly Statement[], gaps: readonly Period[]): readonly Period[] {
  // Those of one form reach the same, and are asked once.
  const distinct = new Map(carriers.map((carrier) => [carrier.dataPeriods ?? carrier.until, carrier]));
  const outside = complement(gaps);
  const reaches = [...distinct.values()].map(
    ({ dataPeriods, until }) => dataPeriods ?? intersect(outside, [{ from: null, until }]),
  );
  return reaches.reduce(intersect, [ALWAYS]);
}
