import type { Schedule } from '../../src/changes/schedule.js';

/** A schedule that waits for the test instead of for the clock. */
export class TestSchedule implements Schedule {
  readonly #waiting = new Set<{ readonly instant: number; readonly run: () => void }>();
  readonly #repeated = new Set<() => void>();

  at(instant: number, run: () => void): () => void {
    const entry = { instant, run };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  every(_interval: number, run: () => void): () => void {
    this.#repeated.add(run);
    return () => this.#repeated.delete(run);
  }

  /** Everything that waits for an instant in `[from, until)`, as if that time had passed. */
  pass(from: number, until: number): void {
    for (const entry of [...this.#waiting]) {
      if (entry.instant < from || entry.instant >= until || !this.#waiting.delete(entry)) continue;
      entry.run();
    }
  }

  /** Whether anything waits for that instant. */
  waitsFor(instant: number): boolean {
    return [...this.#waiting].some((entry) => entry.instant === instant);
  }

  tick(): void {
    for (const run of this.#repeated) run();
  }
}
