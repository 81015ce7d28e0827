import { addressOf } from './connection.js';
import type { DatabaseAddress } from './connection.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** Where a command finds its database: by its address, or the embedded one of a folder. */
export interface CommandDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

const silent = { info: () => undefined, error: (message: string) => void process.stderr.write(`${message}\n`) };

/**
 * Does a command's work on the database of the configuration; the embedded one is started for it and stopped again.
 *
 * @throws Error in one sentence while a server holds the embedded database.
 */
export async function withDatabase<Result>(
  { databaseUrl, dataDir }: CommandDatabase,
  work: (login: DatabaseAddress) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl !== null) return work(addressOf(databaseUrl));
  const embedded = await startEmbeddedPostgres({ dataDir, log: silent });
  try {
    return await work(embedded.login);
  } finally {
    await embedded.stop();
  }
}
