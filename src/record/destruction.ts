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

/** Destroys what every form said that nobody answered before it lapsed, by the database's clock. @returns how many. */
export async function destroyLapsedForms(jobs: Pool): Promise<number> {
  const { rows } = await jobs.query<{ destroyed: number }>('select sig.destroy_lapsed_forms() as destroyed');
  return rows[0]?.destroyed ?? 0;
}

/** Looks again and again; several processes may, each proposal and form is destroyed once. */
export function scheduleDestruction({ jobs, schedule, every, onFault }: DestructionOptions): { stop(): Promise<void> } {
  let looking = Promise.resolve();
  const look = (): void => {
    // A fault in one of them leaves the other to be done.
    for (const destroy of [destroyDeclined, destroyLapsedForms]) {
      looking = looking.then(() => destroy(jobs)).then(() => undefined, onFault);
    }
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
