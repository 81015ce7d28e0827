import type { Pool } from 'pg';
import type { Instant } from '../core/period.js';
import type { PreparedQuery } from './prepared-query.js';

/** What has ended: tokens of it that were issued by then count no more. */
export interface EndedSession {
  /** Of a session, or of an identity that was taken from somebody. */
  readonly hash: string;
  readonly through: Instant;
}

/** What ended since an instant of the database's clock, and that clock's next one to ask from. */
export interface EndedSince {
  readonly now: Instant;
  readonly ended: readonly EndedSession[];
}

const SIGN_OUT: PreparedQuery = {
  name: 'sign_out',
  text: 'select sig.sign_out($1, to_timestamp($2 / 1000.0))',
};
const ENDED: PreparedQuery = {
  name: 'ended_sessions',
  text: `select sig.ms(sig.now())::float as now, (select coalesce(jsonb_agg(
      jsonb_build_object('hash', e.hash, 'through', sig.ms(e.through))), '[]')
    from sig.ended_sessions(to_timestamp($1 / 1000.0)) e) as ended`,
};

/** @param pool of the writer role @param through when the signal was issued */
export async function signOut(pool: Pool, sessions: readonly string[], through: Instant): Promise<void> {
  await pool.query({ ...SIGN_OUT, values: [sessions, through] });
}

/** @param pool of the reader role */
export async function endedSince(pool: Pool, since: Instant): Promise<EndedSince> {
  const { rows } = await pool.query<EndedSince>({ ...ENDED, values: [since] });
  const [row] = rows;
  if (row === undefined) throw new Error('The database did not say what ended');
  return row;
}
