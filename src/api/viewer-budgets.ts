import type { Instant } from '../core/period.js';

/** Units of work (`graphql/work-meter`) that one viewer may have done in a minute: some forty seconds of one processor. */
export const UNITS_PER_MINUTE = 10_000_000;
/** What an operation costs before its first field: parsing, a transaction, the record. */
const PER_OPERATION = 250;
const MINUTE = 60_000;

export interface Standing {
  /** Units that are left in this minute. */
  readonly left: number;
  /** Seconds until the next minute begins. */
  readonly resetsIn: number;
}

/**
 * What each viewer has spent in the minute that runs. Minutes are those of the one clock, so that all processes mean the
 * same one.
 */
export class ViewerBudgets {
  #minute = 0;
  #spent = new Map<string, number>();
  /** Of this process, not yet told to the others. */
  #untold = new Map<string, number>();

  /** @param most units a minute */
  constructor(
    private readonly now: () => Instant,
    private readonly most = UNITS_PER_MINUTE,
  ) {}

  standing(viewerId: string): Standing {
    const resetsIn = Math.ceil((this.#turn() + MINUTE - this.now()) / 1000);
    return { left: Math.max(0, this.most - (this.#spent.get(viewerId) ?? 0)), resetsIn };
  }

  charge(viewerId: string, units: number): void {
    this.#add(viewerId, PER_OPERATION + Math.ceil(units));
    this.#untold.set(viewerId, (this.#untold.get(viewerId) ?? 0) + PER_OPERATION + Math.ceil(units));
  }

  /** What another process told of this minute. */
  hear(minute: number, spent: Readonly<Record<string, number>>): void {
    if (minute !== this.#turn()) return;
    for (const [viewerId, units] of Object.entries(spent)) this.#add(viewerId, units);
  }

  /**
   * What the others have to know: whoever spends enough for it to matter. `null` where there is nobody.
   *
   * @param viewers at most so many
   */
  take(viewers: number): { readonly minute: number; readonly spent: Readonly<Record<string, number>> } | null {
    const minute = this.#turn();
    const told = [...this.#untold].filter(([, units]) => units > this.most / 100).slice(0, viewers);
    for (const [viewerId] of told) this.#untold.delete(viewerId);
    return told.length === 0 ? null : { minute, spent: Object.fromEntries(told) };
  }

  #add(viewerId: string, units: number): void {
    this.#turn();
    this.#spent.set(viewerId, (this.#spent.get(viewerId) ?? 0) + units);
  }

  /** @returns the beginning of the minute that runs, with nothing spent when it is a new one */
  #turn(): number {
    const minute = Math.floor(this.now() / MINUTE) * MINUTE;
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#spent = new Map();
      this.#untold = new Map();
    }
    return minute;
  }
}
