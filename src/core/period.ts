/** Milliseconds since the epoch, UTC. The database keeps `timestamptz(3)`, so both walls compare the same value. */
export type Instant = number;

/** Half-open `[from, until)`; `null` is unbounded. */
export interface Period {
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** Half-open: the start belongs to the period, the end does not. */
export function contains(period: Period, at: Instant): boolean {
  return (period.from === null || period.from <= at) && (period.until === null || at < period.until);
}
