import type { Pool } from 'pg';
import type { ReportTable } from '../core/steering-report/report-table.js';

/** What the citizens may read of one term, with whose it is. */
export interface PublicReport {
  readonly municipality: string;
  readonly from: string;
  readonly through: string;
  readonly tables: readonly ReportTable[];
}

/**
 * What a municipality has told its citizens of the term that begins on a day; `null` where it has told nothing. Nobody
 * needs to sign in for it: it was made to be read by anybody, and is about nobody.
 */
export async function publicReport(pool: Pool, code: string, termFrom: string): Promise<PublicReport | null> {
  const { rows } = await pool.query<PublicReport>({
    name: 'public_report',
    text: 'select municipality, term_from as "from", term_through as "through", tables from sig.public_report($1, $2)',
    values: [code, termFrom],
  });
  return rows[0] ?? null;
}
