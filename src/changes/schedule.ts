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

/** @param now the server's clock as far as this process knows it. Holds no process open. */
export function systemSchedule(now: () => Instant): Schedule {
  return {
    at(instant, run) {
      let timer: NodeJS.Timeout;
      const wait = (): void => {
        const left = instant - now();
        timer = setTimeout(
          () => (left > LONGEST ? wait() : run()),
          Math.min(Math.max(left, SHORTEST), LONGEST),
        ).unref();
      };
      wait();
      return () => clearTimeout(timer);
    },
    every(interval, run) {
      const timer = setInterval(run, interval).unref();
      return () => clearInterval(timer);
    },
  };
}
