/** Milliseconds since the epoch, UTC. The database keeps `timestamptz(3)`, so both layers compare the same value. */
export type Instant = number;

/** Half-open `[from, until)`; `null` is unbounded. */
export interface Period {
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** Unbounded on both sides. */
export const ALWAYS: Period = { from: null, until: null };

/** Half-open: the start belongs to the period, the end does not. */
export function contains(period: Period, at: Instant): boolean {
  return (period.from === null || period.from <= at) && (period.until === null || at < period.until);
}

/** The earlier of two ends; `null` is no end. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** What both sets cover, in time order; either may be unordered or overlap itself. */
export function intersect(a: readonly Period[], b: readonly Period[]): readonly Period[] {
  const [ours, theirs] = [united(a), united(b)];
  const shared: Period[] = [];
  for (let [own, other] = [ours.shift(), theirs.shift()]; own !== undefined && other !== undefined;) {
    const until = earlier(own.until, other.until);
    shared.push({ from: later(own.from, other.from), until });
    // Whichever ends first meets nothing more.
    if (own.until === until) own = ours.shift();
    if (other.until === until) other = theirs.shift();
  }
  return shared.filter(isNotEmpty);
}

/** All that the periods leave out, in time order; they may be unordered or overlap. */
export function complement(periods: readonly Period[]): readonly Period[] {
  const left: Period[] = [];
  let from: Instant | null = null;
  for (const { from: until, until: next } of united(periods)) {
    if (until !== null) left.push({ from, until });
    if (next === null) return left;
    from = next;
  }
  return [...left, { from, until: null }];
}

/** The same instants as disjoint, non-empty periods in time order. */
export function united(periods: readonly Period[]): Period[] {
  const sorted = periods.filter(isNotEmpty).toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || 0);
  const result: Period[] = [];
  for (const next of sorted) {
    const last = result.at(-1);
    if (last === undefined || (last.until !== null && next.from !== null && last.until < next.from)) result.push(next);
    else result[result.length - 1] = { from: last.from, until: laterEnd(last.until, next.until) };
  }
  return result;
}

function isNotEmpty({ from, until }: Period): boolean {
  return from === null || until === null || from < until;
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function laterEnd(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : Math.max(a, b);
}
