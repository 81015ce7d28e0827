import type { Pool } from 'pg';
import type { Credentials } from './known-viewer.js';

/**
 * Whose calendar feed a token is of, by its hash. Shows nothing: what the feed holds is read in a scope of its owner.
 */
export async function resolveFeedToken(pool: Pool, hash: Buffer): Promise<Credentials | null> {
  const { rows } = await pool.query<Credentials>({
    name: 'calendar_feed_of',
    text: 'select subject_id as "subjectId", capacity from sig.calendar_feed_of($1)',
    values: [hash],
  });
  return rows[0] ?? null;
}
