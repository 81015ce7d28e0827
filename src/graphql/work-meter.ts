import { DomainError } from '../core/errors.js';

/**
 * What one answer may cost: a unit is a field, or a hundred characters of a text; a field that is worked out at length
 * says what it takes. Some four microseconds of this server each, so that no answer holds it for much longer than 0.2 s.
 */
const MOST = 50_000;
const CHARACTERS_PER_UNIT = 100;

/** Counts the work of one operation while it is answered, whatever its document promised, and ends it where it is too much. */
export class WorkMeter {
  /** Made once: an error with its stack costs more than the field that is refused. */
  #refusal: DomainError | null = null;
  #spent = 0;
  #bound = MOST;

  /** Of a change that is made already: its answer is bounded by its document alone, or nobody would hear of the change. */
  lift(): void {
    this.#bound = Infinity;
  }

  /** @throws DomainError LIMIT_EXCEEDED */
  spend(units: number): void {
    this.#spent += units;
    if (this.#spent > this.#bound)
      throw (this.#refusal ??= new DomainError('LIMIT_EXCEEDED', 'tooMuchWork', { max: MOST }));
  }

  /** For one field that is read, and its text. @throws DomainError LIMIT_EXCEEDED */
  read(value: unknown): void {
    this.spend(typeof value === 'string' ? 1 + value.length / CHARACTERS_PER_UNIT : 1);
  }

  get spent(): number {
    return this.#spent;
  }

  /** Why nothing of the answer may leave. */
  get refusal(): DomainError | null {
    return this.#refusal;
  }
}
