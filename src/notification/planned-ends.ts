import type { Pool } from 'pg';
import { PLANNED_END_TOLD_DAYS } from '../core/closing.js';

/**
 * Tells everybody in a case, once, that its planned end is near (R18): a change of the case, told and judged like any.
 * @returns of how many.
 */
export async function tellPlannedEnds(jobs: Pool): Promise<number> {
  const { rows } = await jobs.query<{ told: number }>('select sig.tell_planned_ends($1) as told', [
    PLANNED_END_TOLD_DAYS,
  ]);
  return rows[0]?.told ?? 0;
}
