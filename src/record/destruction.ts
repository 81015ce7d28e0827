import type { Pool } from 'pg';

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
