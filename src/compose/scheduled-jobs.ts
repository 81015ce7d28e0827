import type { Schedule } from '../changes/schedule.js';

export interface ScheduledJobsOptions {
  readonly schedule: Schedule;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** What is to be done when its time has come; each looks by itself, and does nothing twice. */
  readonly jobs: readonly (() => Promise<unknown>)[];
  readonly onFault: (error: unknown) => void;
}

/** Looks at once and again and again; several processes may. A fault in one job leaves the others to be done. */
export function startScheduledJobs({ schedule, every, jobs, onFault }: ScheduledJobsOptions): {
  stop(): Promise<void>;
} {
  let looking = Promise.resolve();
  const look = (): void => {
    for (const job of jobs) looking = looking.then(job).then(() => undefined, onFault);
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
