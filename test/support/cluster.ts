import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { addressOf } from '../../src/storage/connection.js';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { keepCluster, takeCluster } from './cluster-cache.js';

/** What the test files need to know of the one PostgreSQL that they all share; passed on as JSON in the environment. */
export interface TestClusterInfo {
  /** May create databases and roles. */
  readonly login: DatabaseAddress;
  /** Begins the name of every database of this run, so that two runs may share one server. */
  readonly prefix: string;
  /** A folder of this run, e.g. for keys; removed at the end. */
  readonly dataDir: string;
}

interface TestCluster {
  readonly info: TestClusterInfo;
  stop(): Promise<void>;
}

/** Nothing that a test writes must outlive a power cut. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One PostgreSQL for all test files: that of `DATABASE_URL` if set (a login with CREATEDB and CREATEROLE), else our own. */
export async function startTestCluster(): Promise<TestCluster> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `sig-test-${process.pid}-`));
  // As root the server runs as another user, who must be able to pass through.
  await chmod(dataDir, 0o711);
  const messages: string[] = [];
  try {
    const server = await startServer(dataDir, (message) => messages.push(message));
    const info = { login: server.login, prefix: `sig_test_${randomUUID().slice(0, 8)}`, dataDir };
    const stop = async () => {
      await dropDatabases(info).finally(() => server.stop());
      await rm(dataDir, { recursive: true, force: true });
    };
    return { info, stop };
  } catch (cause) {
    await rm(dataDir, { recursive: true, force: true });
    const reason = [cause instanceof Error ? cause.message : String(cause), ...messages].join('\n');
    throw new Error(`The tests have no PostgreSQL, so none was run: ${reason}`, { cause });
  }
}

/** A run that was killed took its PostgreSQL with it and left its folder. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^sig-test-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else; its folder is not ours to remove either.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startServer(dataDir: string, log: (message: string) => void) {
  const url = process.env['DATABASE_URL'];
  if (url) return givenServer(addressOf(url));
  const options = { dataDir, log: { info: () => undefined, error: log }, settings: SETTINGS };
  if (!(await takeCluster(dataDir))) {
    const fresh = await startEmbeddedPostgres(options);
    await fresh.stop();
    await keepCluster(dataDir);
  }
  return startEmbeddedPostgres(options);
}

async function givenServer(login: DatabaseAddress) {
  const client = new pg.Client(login);
  await client.connect();
  await client.end();
  return { login, stop: () => Promise.resolve() };
}

/** Matters only on a server that outlives the run. */
async function dropDatabases({ login, prefix }: TestClusterInfo): Promise<void> {
  const client = new pg.Client(login);
  await client.connect();
  try {
    const ours = 'select datname from pg_database where starts_with(datname, $1)';
    const found = await client.query<{ datname: string }>(ours, [prefix]);
    for (const { datname } of found.rows) await client.query(`drop database if exists "${datname}" with (force)`);
  } finally {
    await client.end();
  }
}
