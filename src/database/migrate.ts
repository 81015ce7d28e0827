import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { AnyKind } from '../access/piece-kind.js';
import type { DatabaseAddress } from './connection.js';
import { writeKinds } from './kind-register.js';
import { ormConfig } from './orm.config.js';
import { ensureRoles, OWNER } from './roles.js';
import { OWNER_CONNECTION } from './waits.js';

/** Any constant will do, as long as all processes agree. */
const MIGRATION_LOCK = 7_161_514;

/**
 * Brings the database to the newest schema, and its register of kinds to what the nouns declare. Processes that start
 * together take
 * turns; the later ones find it done.
 */
export async function migrate(login: DatabaseAddress, kinds: readonly AnyKind[]): Promise<void> {
  await underLock(login, async (client) => {
    await ensureRoles(client, login);
    await withOwner(login, async (orm) => {
      await orm.migrator.up();
      await writeKinds(orm.em, kinds);
    });
  });
}

/** Takes back every migration, and with them all data. The roles stay: other databases of the cluster may use them. */
export async function rollback(login: DatabaseAddress): Promise<void> {
  await underLock(login, () =>
    withOwner(login, async (orm) => {
      await orm.migrator.down({ to: 0 });
    }),
  );
}

/** The mapper acting as the owner of everything, for migrations and demo data only; closed afterwards. */
export async function withOwner<Result>(
  login: DatabaseAddress,
  work: (orm: MikroORM) => Promise<Result>,
): Promise<Result> {
  const orm = await MikroORM.init(ormConfig(login, OWNER));
  try {
    return await work(orm);
  } finally {
    await orm.close();
  }
}

async function underLock(login: DatabaseAddress, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...login, ...OWNER_CONNECTION });
  // Without a listener, the server's closing of this connection would end the process; the next query tells it too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}
