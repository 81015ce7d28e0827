import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { reaches } from '../../src/storage/embedded-postgres-user.js';
import { nextEvent, nextLine, until } from '../support/event.js';

const NOBODY = { uid: 65534, gid: 65534 };
/** Making a cluster on a machine that is busy with other tests. */
const SLOW = 60_000;

const hooks = fileURLToPath(new URL('../support/typescript-hooks.mjs', import.meta.url));
const fixture = fileURLToPath(new URL('fixtures/embedded-server.ts', import.meta.url));

let base: string;
/** A data folder whose cluster exists, so that most tests start in a tenth of a second. */
let dataDir: string;
const errors: string[] = [];
const log = { info: () => undefined, error: (message: string) => errors.push(message) };
const opened: EmbeddedPostgres[] = [];
const spawned: ChildProcessByStdio<null, Readable, Readable>[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sig-embedded-'));
  await chmod(base, 0o755);
  dataDir = join(base, 'data');
  await (await startEmbeddedPostgres({ dataDir, log })).stop();
}, SLOW);

afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
  for (const child of spawned.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await nextEvent(child, 'exit');
    }
  }
  await until('no PostgreSQL is left', async () => (await postgresOf(base)).length === 0);
  errors.length = 0;
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir: folder, log });
  const original = database.stop.bind(database);
  const entry = {
    login: database.login,
    async stop() {
      if (opened.includes(entry)) opened.splice(opened.indexOf(entry), 1);
      await original();
    },
  };
  opened.push(entry);
  return entry;
}

/** Starts a server process; resolves to it and to the first thing that it says, `ready …` or `refused …`. */
async function startProcess(folder = dataDir, options: { args?: string[]; user?: { uid: number; gid: number } } = {}) {
  const child = spawn(process.execPath, ['--import', hooks, fixture, folder, ...(options.args ?? [])], {
    ...options.user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  spawned.push(child);
  const [said] = await nextLine(child.stdout, /^(ready|refused) .*/, SLOW);
  return { child, said, host: said.split(' ')[1] ?? '' };
}

async function query(host: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host, database: 'postgres', user: 'postgres' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Pids of postmasters and their keepers whose command line names the folder. */
async function postgresOf(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_, i) => lines[i]?.includes(`\0-D\0${folder}`)).map(Number);
}

async function postmasterOf(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('it is durable, orders text the same on every machine, and listens on a private socket only', async () => {
  const { login } = await start();
  const settings = await query(
    login.host,
    `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
      current_setting('server_encoding') as encoding, datlocale as locale from pg_database where datname = 'postgres'`,
  );
  expect(settings).toEqual([{ fsync: 'on', listens: '', encoding: 'UTF8', locale: 'C.UTF-8' }]);
  expect((await stat(login.host)).mode & 0o777).toBe(0o700);
});

test('what was written is there after stop and start, and stop leaves neither process nor socket', async () => {
  const first = await start();
  await query(first.login.host, 'create table kept (n int); insert into kept values (1)');
  await first.stop();
  expect(await postgresOf(base)).toEqual([]);
  await expect(stat(first.login.host)).rejects.toThrow('ENOENT');
  const second = await start();
  expect(await query(second.login.host, 'select n from kept')).toEqual([{ n: 1 }]);
});

test(
  'a data folder with a path longer than a socket may have works',
  async () => {
    const folder = join(base, 'l'.repeat(110));
    const { login } = await start(folder);
    expect(await query(login.host, 'select 1 as one')).toEqual([{ one: 1 }]);
  },
  SLOW,
);

test('a second server on the same data folder is refused in one sentence and does the first no harm', async () => {
  const first = await start();
  const { said } = await startProcess();
  expect(said).toBe(
    `refused Another server already uses the data folder ${dataDir}: stop it first, or choose another DATA_DIR.`,
  );
  expect(await query(first.login.host, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test(
  'after kill -9 of the server the next start works, and nothing committed is lost',
  async () => {
    for (const round of [1, 2, 3]) {
      const { child, host } = await startProcess();
      if (round === 1) await query(host, 'create table rounds (n int)');
      await query(host, `insert into rounds values (${round})`);
      child.kill('SIGKILL');
      await nextEvent(child, 'exit');
    }
    const { login } = await start();
    expect(await query(login.host, 'select n from rounds order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  },
  SLOW,
);

test('kill -9 of the server takes the database with it', async () => {
  const { child, host } = await startProcess();
  expect(await postgresOf(dataDir)).not.toEqual([]);
  child.kill('SIGKILL');
  await until('PostgreSQL has ended', async () => (await postgresOf(dataDir)).length === 0);
  await expect(stat(host)).rejects.toThrow('ENOENT');
});

test('a database that outlived its server and its keeper is ended by the next start', async () => {
  const { child } = await startProcess();
  const orphan = await postmasterOf(dataDir);
  for (const pid of await postgresOf(dataDir)) if (pid !== orphan) process.kill(pid, 'SIGKILL');
  child.kill('SIGKILL');
  await nextEvent(child, 'exit');
  process.kill(orphan, 0);
  const { login } = await start();
  expect(await query(login.host, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await postmasterOf(dataDir)).not.toBe(orphan);
});

test('kill -9 of the database itself is told, and the next start recovers', async () => {
  const first = await start();
  process.kill(await postmasterOf(dataDir), 'SIGKILL');
  await until('the loss is told', () => errors.length > 0);
  expect(errors[0]).toBe(`The database ended by itself; its last words are in ${dataDir}/postgres.log`);
  await first.stop();
  const second = await start();
  expect(await query(second.login.host, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a stale pid file that names a living stranger stops neither the start nor the stranger', async () => {
  const stranger = spawn(process.execPath, ['-e', 'console.log("here"); setInterval(() => 0, 1e6)'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  spawned.push(stranger);
  await nextLine(stranger.stdout, /here/);
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${stranger.pid}\n${dataDir}/postgres\n0\n5432\n\n\n\n`);
  const { login } = await start();
  expect(await query(login.host, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test(
  'a first start that was killed half-way is begun anew',
  async () => {
    const folder = join(base, 'half');
    await mkdir(join(folder, 'postgres.partial/base'), { recursive: true });
    const { login } = await start(folder);
    expect(await query(login.host, 'select 1 as one')).toEqual([{ one: 1 }]);
  },
  SLOW,
);

test('SIGTERM leaves no process behind', async () => {
  const { child } = await startProcess();
  child.kill('SIGTERM');
  expect(await nextEvent(child, 'exit')).toEqual([0, null]);
  expect(await postgresOf(base)).toEqual([]);
});

test('a program that forgets to stop the database still ends, and the database with it', async () => {
  const { child } = await startProcess(dataDir, { args: ['end'] });
  if (child.exitCode === null) await nextEvent(child, 'exit');
  expect(child.exitCode).toBe(0);
  await until('PostgreSQL has ended', async () => (await postgresOf(base)).length === 0);
});

test(
  'an ordinary user starts it on a folder of its own',
  async () => {
    const folder = join(base, 'ordinary');
    await mkdir(folder);
    // As root, another user; a clone that this user cannot reach leaves only the user that runs the tests.
    const other = process.geteuid?.() === 0 && (await reaches(NOBODY, fileURLToPath(new URL('.', import.meta.url))));
    if (other) await chown(folder, NOBODY.uid, NOBODY.gid);
    const { child, said } = await startProcess(folder, other ? { user: NOBODY } : {});
    expect(said).toMatch(/^ready /);
    child.kill('SIGTERM');
    expect(await nextEvent(child, 'exit')).toEqual([0, null]);
  },
  SLOW,
);

test('a data folder that cannot be is told in one sentence', async () => {
  const file = join(base, 'file');
  await writeFile(file, '');
  await expect(start(join(file, 'data'))).rejects.toThrow(
    /^The data folder cannot be made or written \(ENOTDIR.*\): choose another DATA_DIR\.$/,
  );
});
