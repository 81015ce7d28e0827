import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import type { Viewer } from '../../src/core/viewer.js';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { KIND_NUMBERS } from '../support/kinds-by-hand.js';

/** Reads as one viewer, as the server does: one snapshot, opened by `sig.open_scope`; rolled back afterwards. */
export async function viewing<Result>(
  pool: Pool,
  [subject, capacity]: readonly [subject: string, capacity: string],
  read: (client: PoolClient, at: number, viewer: Viewer) => Promise<Result>,
): Promise<Result> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ at: number; viewer: Viewer }>(
      'select at, viewer from sig.open_scope($1, $2)',
      [subject, capacity],
    );
    if (rows[0] === undefined) throw new Error(`No scope for ${capacity} ${subject}`);
    return read(client, rows[0].at, rows[0].viewer);
  });
}

/** Whatever happens inside is rolled back. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** A connection that acts as the owner of the schema: sees and writes everything, within the tables' own checks. */
export async function asOwner<Result>(
  login: DatabaseAddress,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...login, options: '-c role=sig_owner -c search_path=sig -c timezone=UTC' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The ids of all rows of a table, or of all pieces of a kind, that the client's role and viewer may select. By name, as the
 * server's own statements: planning the policies takes longer than running them.
 */
export async function idsOf(client: pg.ClientBase, name: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: `ids_of_${name}`,
    text: `select id from ${relation(name)} order by id`,
  });
  return rows.map(({ id }) => id);
}

/** A kind of piece, as if each had a table of its own; any other name is that of a table. */
export function relation(name: string): string {
  const number = KIND_NUMBERS.get(name);
  return number === undefined ? `sig.${name}` : `sig.piece where kind = ${number}`;
}
