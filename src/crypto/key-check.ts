import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseId } from '../core/ids.js';
import type { Sealer } from './encryption.js';

/**
 * New keys beside an old database would seal new texts while nobody can read the old ones, so the start stops instead.
 *
 * @throws Error in one sentence when the keys cannot open what the database holds.
 */
export async function requireMatchingKeys(owner: EntityManager, sealer: Sealer): Promise<void> {
  const cases = await owner.execute<{ id: CaseId; wrapped_key: Buffer }[]>(
    // The key of a case that was destroyed is gone with it.
    "select id, wrapped_key from sig.case_file where wrapped_key <> '' limit 1",
  );
  try {
    for (const { id, wrapped_key: wrapped } of cases) sealer.unwrap(wrapped, id);
  } catch {
    throw new Error(
      'The keys in DATA_DIR are not those that this database was written with: restore the folder keys/.',
    );
  }
}
