import type { DatabaseAddress } from '../../src/database/connection.js';

/** Loads the demo data into a migrated database; every connection is closed again, since the database becomes a template. */
export function fillWithDemo(login: DatabaseAddress, dataDir: string): Promise<void> {
  return Promise.reject(new Error(`No demo data yet for ${login.database} (keys in ${dataDir}).`));
}
