import { randomUUID } from 'node:crypto';
import { MODEL } from '../../src/data-model.js';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { loadDemo } from '../../src/demo/load-demo.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { withOwner } from '../../src/storage/migrate.js';

/** Loads the demo data, as of now, into a migrated database and closes every connection: it becomes a template. */
export async function fillWithDemo(login: DatabaseAddress, dataDir: string): Promise<void> {
  const keys = await loadKeys(dataDir);
  await withOwner(login, MODEL, (orm) => loadDemo(orm.em.fork(), { keys, now: Date.now(), newId: () => randomUUID() }));
}
