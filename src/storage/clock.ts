import type { Pool } from 'pg';
import type { Instant } from '../core/period.js';
import type { DatabaseAddress } from './connection.js';
import { asOwner } from './owner-connection.js';

/** Sets the one clock of all processes on this database, from which it runs on (development only). */
export function setClock(login: DatabaseAddress, to: Instant): Promise<void> {
  return asOwner(login, async (client) => {
    await client.query(
      'update sig.clock set offset_ms = $1::bigint - floor(extract(epoch from clock_timestamp()) * 1000)',
      [Math.trunc(to)],
    );
  });
}

/** What the one clock says now. */
export async function readDatabaseClock(pool: Pool): Promise<Instant> {
  const { rows } = await pool.query<{ now: Instant }>('select sig.now() as now');
  if (rows[0] === undefined) throw new Error('The database told no time');
  return rows[0].now;
}

/** The database's clock as this process knows it. */
export interface DatabaseClock {
  now(): Instant;
  /** Measures anew how far the two are apart, once somebody has set the database's clock. */
  remeasure(): Promise<void>;
}

/**
 * The database's clock, told by the time of this process and how far the two are apart: tokens are judged by it before
 * any statement is sent. Reads never use it; they take their instant from the database.
 */
export async function databaseClock(pool: Pool, systemTime: () => Instant): Promise<DatabaseClock> {
  let apart = (await readDatabaseClock(pool)) - systemTime();
  return {
    now: () => systemTime() + apart,
    async remeasure() {
      apart = (await readDatabaseClock(pool)) - systemTime();
    },
  };
}
