import { intersect } from './period.js';
import type { Instant, Period } from './period.js';

/**
 * How much of what was recorded in a cell until now is open, by consent alone: it depends on nothing stored. This very
 * instant counts, so that the answer changes only where a period begins or ends.
 */
export const EXTENTS = ['ALL', 'SOME', 'NONE'] as const;
export type Extent = (typeof EXTENTS)[number];

/** @param reach when a piece must have been recorded to be open */
export function extentUntil(reach: readonly Period[], at: Instant): Extent {
  const until = at + 1;
  const [first, ...rest] = intersect(reach, [{ from: null, until }]);
  if (first === undefined) return 'NONE';
  return first.from === null && first.until === until && rest.length === 0 ? 'ALL' : 'SOME';
}
