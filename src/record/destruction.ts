import type { Pool } from 'pg';
import type { Schedule } from '../events/schedule.js';

export interface DestructionOptions {
  readonly jobs: Pool;
  readonly schedule: Schedule;
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly onFault: (error: unknown) => void;
}

/** Destroys every declined proposal whose day has come, by the database's clock. @returns how many. */
export async function destroyDeclined(jobs: Pool): Promise<number> {
  const { rows } = await jobs.query<{ destroyed: number }>('select sig.destroy_declined() as destroyed');
  return rows[0]?.destroyed ?? 0;
}

/** Looks again and again; several processes may, each proposal is destroyed once. */
export function scheduleDestruction({ jobs, schedule, every, onFault }: DestructionOptions): { stop(): Promise<void> } {
  let looking = Promise.resolve();
  const look = (): void => {
    looking = looking.then(() => destroyDeclined(jobs)).then(() => undefined, onFault);
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
