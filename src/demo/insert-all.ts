import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';

/** One statement carries this many rows; PostgreSQL takes at most 65 535 parameters. */
const BATCH = 2000;

/** Writes whole rows in few statements, past the unit of work: nothing is read back and nothing is tracked. */
export async function insertAll<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  rows: readonly Entity[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await em.insertMany(entity, rows.slice(start, start + BATCH));
  }
}
