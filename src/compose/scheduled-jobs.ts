import type { Schedule } from '../changes/schedule.js';

export interface UpkeepOptions {
  readonly schedule: Schedule;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** What is to be done when its time has come; each looks by itself, and does nothing twice. */
  readonly works: readonly (() => Promise<unknown>)[];
  readonly onFault: (error: unknown) => void;
}

/** Looks at once and again and again; several processes may. A fault in one work leaves the others to be done. */
export function scheduleUpkeep({ schedule, every, works, onFault }: UpkeepOptions): { stop(): Promise<void> } {
  let looking = Promise.resolve();
  const look = (): void => {
    for (const work of works) looking = looking.then(work).then(() => undefined, onFault);
  };
  look();
  const cancel = schedule.every(every, look);
  return {
    stop() {
      cancel();
      return looking;
    },
  };
}
