import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import type { TestClusterInfo } from './cluster.js';

export interface TestDatabase {
  /** The login that the server itself would be given: may migrate and owns nothing it need not. */
  readonly login: DatabaseAddress;
  /** A folder shared by all test files of the run; the keys of the demo data lie there. */
  readonly dataDir: string;
  drop(): Promise<void>;
}

type Content = 'empty' | 'migrated' | 'demo';

/**
 * A database of its own for one test file, copied from a template that is built once a run.
 * @param options `migrated` (default true): with the schema; `demo` (default false): with the demo data too.
 */
export async function createTestDatabase(options: { migrated?: boolean; demo?: boolean } = {}): Promise<TestDatabase> {
  const content: Content = options.demo ? 'demo' : (options.migrated ?? true) ? 'migrated' : 'empty';
  const cluster = testCluster();
  const database = `${cluster.prefix}_${randomUUID().slice(0, 8)}`;
  await asAdministrator(cluster, async (client) => {
    await client.query(`create database "${database}" template "${await template(cluster, client, content)}"`);
  });
  return {
    login: { ...cluster.login, database },
    dataDir: cluster.dataDir,
    drop: () =>
      asAdministrator(cluster, async (client) => {
        await client.query(`drop database if exists "${database}" with (force)`);
      }),
  };
}

function testCluster(): TestClusterInfo {
  const info = process.env['SIG_TEST_CLUSTER'];
  if (!info) throw new Error('No PostgreSQL for tests: run jest with its globalSetup (test/support/global-setup.mjs).');
  return JSON.parse(info) as TestClusterInfo;
}

async function asAdministrator<T>(cluster: TestClusterInfo, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(cluster.login);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** The name of the template; built by the first worker that asks, under a lock, while the others wait for it. */
async function template(cluster: TestClusterInfo, client: pg.Client, content: Content): Promise<string> {
  if (content === 'empty') return 'template0';
  const base = await template(cluster, client, content === 'demo' ? 'migrated' : 'empty');
  const name = `${cluster.prefix}_${content}`;
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    const existing = await client.query('select from pg_database where datname = $1', [name]);
    if (existing.rowCount === 0) {
      // Renamed only when complete: a build that failed is never mistaken for a template.
      const building = `${name}_building`;
      await client.query(`drop database if exists "${building}" with (force)`);
      await client.query(`create database "${building}" template "${base}"`);
      const login = { ...cluster.login, database: building };
      await fill(login, content, cluster.dataDir);
      await client.query(`alter database "${building}" rename to "${name}"`);
    }
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** Imported here, so that only the worker that builds a template loads the object mapper. */
async function fill(login: DatabaseAddress, content: Content, dataDir: string): Promise<void> {
  if (content === 'demo') {
    const { fillWithDemo } = await import('./demo.js');
    await fillWithDemo(login, dataDir);
  } else {
    const [{ migrate }, { MODEL }] = await Promise.all([
      import('../../src/storage/migrate.js'),
      import('../../src/data-model.js'),
    ]);
    await migrate(login, MODEL);
  }
}
