import fc from 'fast-check';
import { threeWayAgreement } from '../properties/three-way.js';
import type { WorldStore } from '../support/stored-worlds.js';
import type { DatabaseFault } from './database-faults.js';
import type { Caught } from './hunt.js';

/** How many worlds it takes until the three-way agreement notices the fault; the database is afterwards as before. */
export async function huntDatabaseFault(
  store: WorldStore,
  fault: DatabaseFault,
  worlds: number,
  seed: number,
): Promise<Caught> {
  const { superuser } = store;
  const undo = await rememberWalls(superuser);
  try {
    await fault.seed(superuser);
    const property = threeWayAgreement(store, { open: 0, closed: 0 });
    const { failed, numRuns, errorInstance } = await fc.check(property, { numRuns: worlds, seed, endOnFailure: true });
    // Anything but a difference is a fault of the hunt itself.
    if (failed && !String(errorInstance).includes('differ: ')) throw errorInstance;
    return { name: fault.name, worlds: failed ? numRuns : null };
  } finally {
    await undo();
  }
}

/** @returns what puts every policy of the reader and every function back */
async function rememberWalls(superuser: WorldStore['superuser']): Promise<() => Promise<void>> {
  const { rows } = await superuser.query<{ text: string }>(
    `select format('alter policy %I on sig.%I using (%s)', policyname, tablename, qual) as text
        from pg_policies where schemaname = 'sig' and policyname = 'reader'
      union all
      select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'sig' and p.prokind = 'f'`,
  );
  return async () => {
    for (const { text } of rows) await superuser.query(text);
  };
}
