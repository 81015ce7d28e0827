/** What the board just did, and what came of it: streams that ended and frames that arrived, in milliseconds since. */
export interface Act {
  readonly startedAt: number;
  readonly cuts: number[];
  readonly frames: number[];
}

/** Milliseconds for which what arrives is put down to the last act. */
const ATTRIBUTED = 3_000;

export class Acts {
  #current: Act | null = null;
  #onChange: (act: Act) => void = () => undefined;

  /** @param onChange told whenever more has come of it. */
  begin(onChange: (act: Act) => void): Act {
    this.#current = { startedAt: performance.now(), cuts: [], frames: [] };
    this.#onChange = onChange;
    return this.#current;
  }

  /** @returns milliseconds since the act that explains it, null where none does. */
  ended(): number | null {
    return this.#note('cuts');
  }

  frame(): void {
    this.#note('frames');
  }

  #note(what: 'cuts' | 'frames'): number | null {
    const act = this.#current;
    if (act === null) return null;
    const since = Math.round(performance.now() - act.startedAt);
    if (since > ATTRIBUTED) return null;
    act[what].push(since);
    this.#onChange(act);
    return since;
  }
}
