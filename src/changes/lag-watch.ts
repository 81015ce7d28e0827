import type { Pool } from 'pg';
import type { Schedule } from './schedule.js';

/** What waits for its place in the order of all changes. */
export interface Lag {
  readonly waiting: number;
  /** Milliseconds that the oldest has waited. */
  readonly oldest: number;
}

export interface LagWatchOptions {
  /** Of the role `sig_jobs`. */
  readonly pool: Pool;
  readonly schedule: Schedule;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Told at every look. */
  readonly onLook: (lag: Lag) => void;
  /** Told at every look at which the oldest has waited too long, with how long that is in milliseconds. */
  readonly whileLate: (tooLong: number) => void;
  /** Told once when the oldest has waited too long; the alarm. */
  readonly onLate: (lag: Lag) => void;
  /** Told once when nothing waits too long any more. */
  readonly onCaughtUp: () => void;
  readonly onFault: (error: unknown) => void;
}

/** Milliseconds; changes are given their places within a few, whoever does it. */
const TOO_LONG = 10_000;

/**
 * Looks whether committed changes wait for their places: subscribers are then told nothing and cannot know it. Every
 * process looks by itself, since the one that numbers may be the one that hangs. Gives back how to stop.
 */
export function watchLag(options: LagWatchOptions): () => void {
  const { pool, schedule, every, onLook, whileLate, onLate, onCaughtUp, onFault } = options;
  let late = false;
  const look = async (): Promise<void> => {
    const { rows } = await pool.query<Lag>({
      name: 'waiting_changes',
      text: 'select waiting, oldest_ms as oldest from sig.waiting_changes()',
    });
    const [lag] = rows;
    if (lag === undefined) return;
    onLook(lag);
    if (lag.oldest > TOO_LONG && !late) onLate(lag);
    if (lag.oldest > TOO_LONG) whileLate(TOO_LONG);
    if (lag.oldest <= TOO_LONG && late) onCaughtUp();
    late = lag.oldest > TOO_LONG;
  };
  return schedule.every(every, () => void look().catch(onFault));
}
