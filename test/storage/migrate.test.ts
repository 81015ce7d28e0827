import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:net';
import pg from 'pg';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { migrate, rollback, withOwner } from '../../src/storage/migrate.js';
import { MIGRATIONS } from '../../src/storage/baseline.js';
import { openPools } from '../../src/storage/pools.js';
import { MODEL } from '../../src/data-model.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from './viewing.js';

/** Everything of the schema that a migration makes, in words that do not change from one time to the next. */
const INVENTORY = `
  select 'column' as kind, table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as name
    from information_schema.columns where table_schema = 'sig'
  union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'sig'::regnamespace
  union all select 'index', indexdef from pg_indexes where schemaname = 'sig'
  union all select 'policy', tablename || ' ' || policyname || ' ' || roles::text || ' ' || cmd || ' ' || coalesce(qual, '') || coalesce(with_check, '')
    from pg_policies where schemaname = 'sig'
  union all select 'function', pg_get_functiondef(oid) || coalesce(proacl::text, '') from pg_proc where pronamespace = 'sig'::regnamespace
  union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where tgrelid in (select oid from pg_class where relnamespace = 'sig'::regnamespace)
    and not tgisinternal
  union all select 'table', relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || coalesce(relacl::text, '')
    from pg_class where relnamespace = 'sig'::regnamespace and relkind = 'r' and relname <> 'migration'
  order by 1, 2`;

/** What is asked of pieces across cases, generated from what they say. */
const FILLED = ['starts_at', 'ends_at', 'due_on', 'invitee_id', 'identity_hash', 'name_hash'];

function inventory(login: DatabaseAddress): Promise<string[]> {
  return asOwner(login, async (client) => {
    const { rows } = await client.query<{ kind: string; name: string }>(INVENTORY);
    return rows.map(({ kind, name }) => `${kind} ${name}`);
  });
}

async function executed(login: DatabaseAddress): Promise<string[]> {
  const rows = await withOwner(login, MODEL, (orm) => orm.migrator.getExecuted());
  return rows.map(({ name }) => name);
}

describe('migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase({ migrated: false });
  }, 60_000);
  afterEach(() => database.drop());

  test('go up, all the way down, and up again to the same schema', async () => {
    await migrate(database.login, MODEL);
    const first = await inventory(database.login);
    expect(first.length).toBeGreaterThan(300);
    await rollback(database.login, MODEL);
    expect((await inventory(database.login)).filter((line) => !line.includes('migration'))).toEqual([]);
    expect(await executed(database.login)).toEqual([]);
    await migrate(database.login, MODEL);
    expect(await inventory(database.login)).toEqual(first);
  });

  test('are applied once when several processes start together, and again changes nothing', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(database.login, MODEL)));
    await migrate(database.login, MODEL);
    expect(await executed(database.login)).toEqual(MIGRATIONS.map(({ name }) => name));
    const rows = await withOwner(database.login, MODEL, ({ em }) =>
      em.execute('select 1 from sig.municipality limit 1'),
    );
    expect(rows).toEqual([]);
  });

  test('make the tables that one page lists', async () => {
    await migrate(database.login, MODEL);
    const page = await readFile(new URL('../../src/storage/baseline/README.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, names]) => names?.replaceAll('`', '').split(', '));
    const made = await asOwner(database.login, (client) =>
      client.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'sig'::regnamespace and relkind = 'r'`,
      ),
    );
    expect([...listed, 'migration'].sort()).toEqual(made.rows.map(({ name }) => name).sort());
  });

  test('make the tables that the entities describe', async () => {
    await migrate(database.login, MODEL);
    const changes = await withOwner(database.login, MODEL, (orm) => orm.schema.getUpdateSchemaSQL({ safe: false }));
    // Entities say nothing of constraints, policies, triggers and functions, of the tables that only triggers or the migrator
    // write, of views, of the openings, which are no entity, and of the columns that the database itself fills; of other tables
    // and columns they say all.
    const beyondEntities = new RegExp(
      [
        '^$|^set names|^drop (index|policy|trigger|function)|drop constraint|(disable|no force) row level security',
        '^drop table if exists "sig"."(opening|opening_unchecked|fact_history|register_version|piece_kind|piece_kind_parent|sign_out)"',
        '^drop view if exists "sig"."(my_opening|my_protection)"',
        '^alter table "sig"."case_file" drop column "facts_version";$',
        `^alter table "sig"."piece" ${FILLED.map((column) => `drop column "${column}"`).join(', ')};$`,
      ].join('|'),
    );
    expect(
      changes
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => !beyondEntities.test(line)),
    ).toEqual([]);
  });
});

describe('a login that is no superuser', () => {
  let cluster: EmbeddedPostgres;
  let dataDir: string;
  const login = (database: string): DatabaseAddress => ({
    ...cluster.login,
    user: 'municipality',
    password: 'its own',
    database,
  });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sig-login-'));
    // As root the server runs as another user, who must be able to pass through.
    await chmod(dataDir, 0o711);
    // By itself the embedded server trusts whoever reaches its private socket.
    const hba_file = join(dataDir, 'hba.conf');
    await writeFile(
      hba_file,
      'local all municipality,neighbour,sig_reader,sig_writer,sig_jobs scram-sha-256\nlocal all all trust\n',
      { mode: 0o644 },
    );
    cluster = await startEmbeddedPostgres({
      dataDir,
      log: { info: () => undefined, error: () => undefined },
      settings: { fsync: 'off', hba_file },
    });
    const client = new pg.Client(cluster.login);
    await client.connect();
    await client.query(`create role municipality login createrole password 'its own'`);
    for (const name of ['one', 'two']) await client.query(`create database ${name} owner municipality`);
    await client.end();
  }, 60_000);
  afterAll(async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('migrates two databases of one cluster at once, and the roles log in with passwords derived from its own', async () => {
    await Promise.all(['one', 'two', 'one', 'two'].map((name) => migrate(login(name), MODEL)));
    for (const name of ['one', 'two']) {
      const pools = openPools(login(name));
      try {
        for (const role of ['reader', 'writer', 'jobs'] as const) {
          const { rows } = await pools[role].query<{ role: string }>('select session_user as role, sig.now() as now');
          expect(rows[0]?.role).toBe(`sig_${role}`);
        }
      } finally {
        await pools.end();
      }
    }
    await rollback(login('two'), MODEL);
    expect(await executed(login('one'))).toHaveLength(MIGRATIONS.length);
  }, 30_000);

  test('derives passwords that another login’s password does not open', async () => {
    const pools = openPools({ ...login('one'), password: 'another' });
    try {
      await expect(pools.reader.query('select 1')).rejects.toThrow('password authentication failed');
    } finally {
      await pools.end();
    }
  });

  const administering = async (statement: string): Promise<void> => {
    const client = new pg.Client(cluster.login);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const isServed = async (served: DatabaseAddress): Promise<boolean> => {
    const pools = openPools(served);
    try {
      for (const role of ['reader', 'writer', 'jobs', 'telling'] as const) await pools[role].query('select 1');
      return true;
    } finally {
      await pools.end();
    }
  };

  test('may be given a new password: the next start goes on with it', async () => {
    await migrate(login('one'), MODEL);
    await administering(`alter role municipality password 'a new one'`);
    const renewed = { ...login('one'), password: 'a new one' };
    await migrate(renewed, MODEL);
    expect(await isServed(renewed)).toBe(true);
    await administering(`alter role municipality password 'its own'`);
    await migrate(login('one'), MODEL);
    expect(await isServed(login('one'))).toBe(true);
  }, 30_000);

  test('finds the roles of another login’s installation, which is left alone, and is told so in a sentence', async () => {
    await migrate(login('one'), MODEL);
    await administering(`create role neighbour superuser login password 'next door'`);
    await administering('create database three owner neighbour');
    const neighbour = { ...cluster.login, user: 'neighbour', password: 'next door', database: 'three' };
    await expect(migrate(neighbour, MODEL)).rejects.toThrow(
      'This PostgreSQL already serves a sig-graph whose login is municipality: name that login in DATABASE_URL, or use another PostgreSQL.',
    );
    expect(await isServed(login('one'))).toBe(true);
  }, 30_000);

  test('is refused in a sentence through a connection pooler', async () => {
    // Such a one answers with a process number of its own making.
    const server = createServer((client) => {
      const backend = connect(join(cluster.login.host, '.s.PGSQL.5432'));
      client.on('error', () => backend.destroy()).pipe(backend);
      backend.on('error', () => client.destroy());
      backend.once('close', () => client.destroy());
      backend.on('data', (data) => {
        const key = data.indexOf(Buffer.from([...Buffer.from('K'), 0, 0, 0, 12]));
        if (key >= 0) data.writeInt32BE(data.readInt32BE(key + 5) ^ 0x5a5a, key + 5);
        client.write(data);
      });
    });
    const folder = await mkdtemp(join(tmpdir(), 'sig-pooler-'));
    await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve));
    await expect(migrate({ ...login('one'), host: folder }, MODEL)).rejects.toThrow(
      'DATABASE_URL leads to a connection pooler (such as PgBouncer)',
    );
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });
});
