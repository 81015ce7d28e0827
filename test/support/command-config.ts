import { readConfig } from '../../src/config.js';
import type { Config } from '../../src/config.js';
import type { TestDatabase } from './database.js';

/** The configuration of a command on this database, as the environment gives it. */
export function commandConfig({ login, dataDir }: TestDatabase, more: Record<string, string> = {}): Config {
  const { host, port = 5432, user, password, database: name } = login;
  const credentials = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
  const DATABASE_URL = host.startsWith('/')
    ? `postgresql://${credentials}@localhost/${name}?host=${encodeURIComponent(host)}`
    : `postgresql://${credentials}@${host}:${port}/${name}`;
  return readConfig({ DATABASE_URL, DATA_DIR: dataDir, ...more });
}
