import type { Instant } from '../core/period.js';

/** Runs something at an instant of the server's clock, or again and again. Each gives back how to take it back. */
export interface Schedule {
  at(instant: Instant, run: () => void): () => void;
  /** @param interval milliseconds */
  every(interval: number, run: () => void): () => void;
}

/** The longest wait that a timer of Node can hold; what is further ahead is waited for in steps. */
const LONGEST = 2_147_483_647;
/** The two clocks may differ a little: whoever is woken too early asks again, but not in a tight loop. */
const SHORTEST = 5;

/** A schedule whose clock may be set while it waits (development). */
export interface ResettableSchedule extends Schedule {
  /** Waits anew for every instant that is still ahead, and runs what has passed. */
  rearm(): void;
}

/** @param now the server's clock as far as this process knows it. Holds no process open. */
export function systemSchedule(now: () => Instant): ResettableSchedule {
  const waits = new Set<() => void>();
  return {
    at(instant, run) {
      let timer: NodeJS.Timeout | undefined;
      const wait = (): void => {
        clearTimeout(timer);
        const left = instant - now();
        timer = setTimeout(due, Math.min(Math.max(left, SHORTEST), LONGEST)).unref();
      };
      const due = (): void => {
        if (instant - now() > SHORTEST) {
          wait();
          return;
        }
        waits.delete(wait);
        run();
      };
      waits.add(wait);
      wait();
      return () => {
        waits.delete(wait);
        clearTimeout(timer);
      };
    },
    every(interval, run) {
      const timer = setInterval(run, interval).unref();
      return () => clearInterval(timer);
    },
    rearm() {
      for (const wait of [...waits]) wait();
    },
  };
}
