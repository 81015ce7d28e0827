/** What became of a seeded fault. */
export interface Caught {
  readonly name: string;
  /** In which world it was caught; `null`: in none. */
  readonly worlds: number | null;
}

/** A seeded fault that survives so many worlds shows that the worlds are too poor. */
export const WORLDS_PER_FAULT = 500;
