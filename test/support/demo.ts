import { randomUUID } from 'node:crypto';
import type { DatabaseAddress } from '../../src/database/connection.js';
import { loadDemo } from '../../src/database/demo/load-demo.js';
import { loadKeys } from '../../src/database/keys.js';
import { withOwner } from '../../src/database/migrate.js';

/** Loads the demo data, as of now, into a migrated database and closes every connection: it becomes a template. */
export async function fillWithDemo(login: DatabaseAddress, dataDir: string): Promise<void> {
  const keys = await loadKeys(dataDir);
  await withOwner(login, (orm) => loadDemo(orm.em.fork(), { keys, now: Date.now(), newId: () => randomUUID() }));
}
