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
    const property = threeWayAgreement(store, { open: 0, closed: 0 }, { everybody: true });
    const { failed, numRuns, errorInstance } = await fc.check(property, { numRuns: worlds, seed, endOnFailure: true });
    // Anything but a difference is a fault of the hunt itself.
    if (failed && !String(errorInstance).includes('differ: ')) throw errorInstance;
    return { name: fault.name, worlds: failed ? numRuns : null };
  } finally {
    await undo();
  }
}

/** @returns what puts every policy of the reader, every view and function, and the register of kinds back */
async function rememberWalls(superuser: WorldStore['superuser']): Promise<() => Promise<void>> {
  const { rows } = await superuser.query<{ text: string }>(
    `select format('alter policy %I on sig.%I using (%s)', policyname, tablename, qual) as text
        from pg_policies where schemaname = 'sig' and policyname = 'reader'
      union all
      select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'sig' and p.prokind = 'f'
      union all
      select format('create or replace view sig.%I with (security_barrier) as %s', viewname, definition) from pg_views where schemaname = 'sig'`,
  );
  await superuser.query('create temporary table kinds_before as select * from sig.piece_kind');
  return async () => {
    for (const { text } of rows) await superuser.query(text);
    await superuser.query(
      `update sig.piece_kind k set (tells_place, by_category, names_guardian, coordinator_only)
        = (b.tells_place, b.by_category, b.names_guardian, b.coordinator_only) from kinds_before b where b.number = k.number;
      drop table kinds_before`,
    );
  };
}
