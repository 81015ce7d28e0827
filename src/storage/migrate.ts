import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DatabaseAddress } from './connection.js';
import type { DataModel } from './data-model.js';
import { writeKinds } from './kind-register.js';
import { ormConfig } from './orm.config.js';
import { ensureRoles, opensTo, OWNER, renewPasswords } from './roles.js';
import { OWNER_CONNECTION } from './waits.js';

/** Any constant will do, as long as all processes agree. */
const MIGRATION_LOCK = 7_161_514;

/**
 * Brings the database to the newest schema, and its register of kinds to what the nouns declare. Processes that start
 * together take turns; the later ones find it done.
 */
export async function migrate(login: DatabaseAddress, model: DataModel): Promise<void> {
  await underLock(login, async (client) => {
    await ensureRoles(client, login);
    if (!(await opensTo(login))) await renewPasswords(client, login);
    await withOwner(login, model, async (orm) => {
      await orm.migrator.up();
      await writeKinds(orm.em, model.kinds);
    });
  });
}

/** Takes back every migration, and with them all data. The roles stay: other databases of the cluster may use them. */
export async function rollback(login: DatabaseAddress, model: DataModel): Promise<void> {
  await underLock(login, () =>
    withOwner(login, model, async (orm) => {
      await orm.migrator.down({ to: 0 });
    }),
  );
}

/** The mapper acting as the owner of everything, for migrations and demo data only; closed afterwards. */
export async function withOwner<Result>(
  login: DatabaseAddress,
  model: DataModel,
  work: (orm: MikroORM) => Promise<Result>,
): Promise<Result> {
  const orm = await MikroORM.init(ormConfig(login, model, OWNER));
  try {
    return await work(orm);
  } finally {
    await orm.close();
  }
}

/**
 * A connection pooler hands one connection's statements to several of the database's: settings, locks and notices of a
 * session are lost, and the next transaction may run on what another left behind. The process number that was told at
 * the start is then not the database's.
 */
async function requireDirectConnection(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const { processID } = client as pg.Client & { processID?: number };
  if (rows[0]?.pid === processID) return;
  throw new Error(
    'DATABASE_URL leads to a connection pooler (such as PgBouncer), and the server needs sessions of its own: name the database itself.',
  );
}

async function underLock(login: DatabaseAddress, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...login, ...OWNER_CONNECTION });
  // Without a listener, the server's closing of this connection would end the process; the next query tells it too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireDirectConnection(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}
