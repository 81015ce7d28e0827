import pg from 'pg';
import type { DatabaseAddress } from './connection.js';
import { OWNER } from './roles.js';
import { OWNER_CONNECTION } from './waits.js';

/** One snapshot of everything, read as the owner and written by nobody; for commands that an administrator gives. */
export function readingAsOwner<Result>(
  login: DatabaseAddress,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  return asOwner(login, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    return work(client);
  });
}

/** One connection of the owner of everything, closed afterwards. */
export async function asOwner<Result>(
  login: DatabaseAddress,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...login, ...OWNER_CONNECTION, options: `-c role=${OWNER} -c timezone=UTC` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
