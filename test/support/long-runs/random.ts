/** A pseudo-random sequence in `[0, 1)`, so that a failure can be run again. */
export function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}
