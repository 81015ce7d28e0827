/** `to - from` is at least `low` and at most `high`. */
export interface Difference {
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
}

/**
 * The exact range of every difference between whole numbers of which some differences are bounded: the shortest ways in
 * the graph of the bounds. Each end of a range is reached by some solution, and so is all that lies between.
 *
 * Source: Cormen et al., Introduction to Algorithms, "difference constraints and shortest paths".
 *
 * @throws Error when nothing can be so.
 */
export function differenceBounds(known: readonly Difference[]): (from: string, to: string) => Range {
  const names = [...new Set(known.flatMap(({ from, to }) => [from, to]))];
  const index = new Map(names.map((name, place) => [name, place]));
  const size = names.length;
  const most = new Float64Array(size * size).fill(Infinity);
  const place = (from: string, to: string): number => index.get(from)! * size + index.get(to)!;
  for (const name of names) most[place(name, name)] = 0;
  for (const { from, to, low, high } of known) {
    most[place(from, to)] = Math.min(most[place(from, to)]!, high);
    most[place(to, from)] = Math.min(most[place(to, from)]!, -low);
  }
  for (let via = 0; via < size; via += 1)
    for (let from = 0; from < size; from += 1) {
      const first = most[from * size + via]!;
      if (first === Infinity) continue;
      for (let to = 0; to < size; to += 1) {
        const way = first + most[via * size + to]!;
        if (way < most[from * size + to]!) most[from * size + to] = way;
      }
    }
  if (names.some((name) => most[place(name, name)]! < 0)) throw new Error('Nothing can be so');
  return (from, to) => ({ low: -most[place(to, from)]!, high: most[place(from, to)]! });
}

export interface Range {
  readonly low: number;
  readonly high: number;
}
