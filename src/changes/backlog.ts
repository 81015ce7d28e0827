import type { CaseId } from '../core/ids.js';
import type { SequencedChange } from './change-log.js';
import { ALL_FRAMES_SENT } from './cursor-state.js';
import type { CursorState } from './cursor-state.js';
import type { Subscriber } from './hub.js';

/** Changes of one case that are told as one, at the place of the newest. */
export interface Batch {
  readonly caseId: CaseId;
  /** Everything at or before this place was handled before. */
  readonly from: number;
  readonly changes: SequencedChange[];
  /** The place of the oldest. */
  readonly first: number;
  /** Not an assignment: that is another matter for whom it is about than for colleagues, and stands alone. */
  readonly isShared: boolean;
  /** Frames of exactly this batch that the client has already. */
  readonly alreadyTold: number;
  /** It holds nothing behind this place. */
  readonly until: number;
}

export interface BacklogOptions {
  /** Where the client stands. */
  readonly start: Pick<CursorState, 'from' | 'position' | 'index'>;
  /** Changes behind a position in order, a page at a time; one that is not full is the last. */
  readonly missed: (after: number) => Promise<{ readonly page: SequencedChange[]; readonly isFull: boolean }>;
  readonly live: Pick<Subscriber, 'peek' | 'take'>;
  /** Whether it can matter to the stream at all. */
  readonly isFollowed: (change: SequencedChange) => boolean;
}

/**
 * What waits for one stream: what it missed, then what is live. However long that has become, everything that waits for
 * a case is one batch and costs one turn, so a stream that lags does not make more work, and soon stands where
 * everybody else does.
 */
export class Backlog {
  readonly #options: BacklogOptions;
  #missed: SequencedChange[] = [];
  #readTo: number;
  #hasReadMissed = false;
  #handledTo: number;
  /** The batch of which the client has some frames; it must be made up of the same changes again. */
  #partlyTold: { readonly to: number; readonly frames: number } | null;

  constructor(options: BacklogOptions) {
    const { from, position, index } = options.start;
    this.#options = options;
    this.#handledTo = from;
    this.#readTo = from;
    this.#partlyTold = index < ALL_FRAMES_SENT ? { to: position, frames: index + 1 } : null;
  }

  /** All before and at this place has been handled, or is in a batch that was taken. */
  get position(): number {
    return this.#handledTo;
  }

  /** `undefined` when nothing waits. */
  async next(): Promise<Batch | undefined> {
    do {
      await this.#readMissed();
      for (let change = this.#take(); change !== undefined; change = this.#take()) {
        if (this.#isUnseen(change)) return this.#begin(change);
      }
    } while (!this.#hasReadMissed);
    return undefined;
  }

  /** Takes what has come for the case meanwhile. */
  extend(batch: Batch): void {
    for (let change = this.#peek(); change !== undefined && this.#joins(batch, change); change = this.#peek()) {
      this.#take();
      if (this.#isUnseen(change)) this.#add(batch, change);
    }
  }

  #begin(change: SequencedChange): Batch {
    const partly = this.#partlyTold !== null && change.position <= this.#partlyTold.to ? this.#partlyTold : null;
    this.#partlyTold = null;
    const { frames: alreadyTold, to: until } = partly ?? { frames: 0, to: Number.POSITIVE_INFINITY };
    const { caseId, position: first } = change;
    const batch: Batch = {
      ...{ caseId, from: this.#handledTo, changes: [], first, isShared: isShared(change) },
      ...{ alreadyTold, until },
    };
    this.#add(batch, change);
    this.extend(batch);
    return batch;
  }

  #add(batch: Batch, change: SequencedChange): void {
    batch.changes.push(change);
    this.#handledTo = change.position;
  }

  /** What was missed, then what is live: since before the last page was read, it has been waiting in the queue. */
  async #readMissed(): Promise<void> {
    if (this.#missed.length > 0 || this.#hasReadMissed) return;
    const { page, isFull } = await this.#options.missed(this.#readTo);
    this.#missed = page;
    this.#readTo = page.at(-1)?.position ?? this.#readTo;
    this.#hasReadMissed = !isFull;
  }

  #peek(): SequencedChange | undefined {
    return this.#missed[0] ?? (this.#hasReadMissed ? this.#options.live.peek() : undefined);
  }

  #take(): SequencedChange | undefined {
    return this.#missed.shift() ?? (this.#hasReadMissed ? this.#options.live.take() : undefined);
  }

  /** What was missed and what is live overlap. */
  #isUnseen(change: SequencedChange): boolean {
    return change.position > this.#handledTo && this.#options.isFollowed(change);
  }

  #joins(batch: Batch, change: SequencedChange): boolean {
    if (!this.#isUnseen(change)) return true;
    const isSame = change.caseId === batch.caseId && change.position <= batch.until;
    return isSame && batch.isShared && isShared(change);
  }
}

function isShared({ kind }: SequencedChange): boolean {
  return kind !== 'ASSIGNMENT_CHANGED';
}
