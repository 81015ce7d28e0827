import type { Instant } from '../core/period.js';
import type { NoticeKind } from './notice.js';

/** What leaves the server: that there is something to ask for. No name, no number, no content; all ids are opaque. */
export interface OutgoingNotice {
  readonly id: string;
  /** `viewer.id` of whom it is for. */
  readonly to: string;
  readonly kind: NoticeKind;
  readonly at: Instant;
}

/**
 * Takes one notice out of the server, by whatever way: called again after a while when it throws, so a receiver must
 * expect the same `id` twice.
 */
export type SendNotice = (notice: OutgoingNotice) => Promise<void>;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1_000;
const MOST_ATTEMPTS = 12;

/** Milliseconds until the next attempt, twice as long each time, an hour at most; `null` to give up after twelve. */
export function pauseAfter(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}
