import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdir, open, readFile, realpath, rmdir } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from './connection.js';
import { CLEAN_ENVIRONMENT, binariesFor, lastLine } from './embedded-postgres-binaries.js';
import type { Cluster } from './embedded-postgres-cluster.js';
import { makeCluster, placeOf } from './embedded-postgres-cluster.js';
import { holdFolder } from './embedded-postgres-lock.js';
import { endProcesses } from './embedded-postgres-processes.js';
import { socketFolder } from './embedded-postgres-socket.js';

/** Milliseconds until the database must accept a connection; after a crash it first replays its log. */
const READY_LIMIT = 60_000;

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  // The log must not repeat what a failing statement carried: no values, no statement text.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Runs PostgreSQL and ends it when its own input ends. The kernel closes that input however this process dies, so no
 * way of dying, `kill -9` included, leaves a database running without its server, nor its socket's folder (`$0`).
 */
const KEEPER = `exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
{ read -r _ <&3; kill -INT $postgres; } &
reader=$!
wait $postgres
status=$?
kill $reader 2>/dev/null
rmdir "$0" 2>/dev/null
exit $status`;

export interface EmbeddedPostgresOptions {
  /** The server's data folder; made when missing. The cluster is `postgres` in it. */
  readonly dataDir: string;
  readonly log: { info(message: string): void; error(message: string): void };
  /** Told why, when the database ends without having been stopped; by default it is logged. */
  readonly onEnded?: ((why: string) => void) | undefined;
  /** Further PostgreSQL settings, such as `{ fsync: 'off' }` for a database that a test throws away. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running database. */
export interface EmbeddedPostgres {
  /** The superuser, over the private socket. */
  readonly login: DatabaseAddress;
  /** Fast shutdown: cuts open connections, loses nothing committed. Returns when no process is left. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on a cluster of its own in the data folder, reached only through a unix
 * socket in a private folder. Whatever an earlier server left behind, running or stale, is ended and removed first.
 * @throws Error in one sentence: folder held by another server, not writable, or no binaries for this platform.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await madeFolder(options.dataDir);
  const release = await holdFolder(dataDir);
  try {
    const cluster = await placeOf(dataDir);
    const bin = await binariesFor(cluster.user, cluster.home);
    await makeCluster(cluster, bin);
    await endProcesses(cluster.folder);
    const running = await run(cluster, bin, options);
    return {
      login: running.login,
      async stop() {
        await running.stop();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function madeFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
    return await realpath(dataDir);
  } catch (error) {
    throw new Error(
      `The data folder cannot be made or written (${(error as Error).message}): choose another DATA_DIR.`,
    );
  }
}

async function run(
  cluster: Cluster,
  bin: string,
  { log, settings, onEnded = (why) => log.error(why) }: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const host = await socketFolder(cluster.folder, cluster.user);
  const login = { host, database: 'postgres', user: 'postgres' };
  const logFile = join(cluster.home, 'postgres.log');
  const output = await open(logFile, 'w', 0o600);
  const set = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-c', KEEPER, host, join(bin, 'postgres'), '-D', cluster.folder, '-k', host, ...set];
  const keeper = spawn('/bin/sh', args, {
    ...cluster.user,
    cwd: cluster.folder,
    env: CLEAN_ENVIRONMENT,
    // A session of its own: Ctrl-C in the terminal is for the server, which drains before the database goes.
    detached: true,
    stdio: ['pipe', output.fd, output.fd],
  });
  const state = { stopping: false, ended: false };
  keeper.once('exit', () => {
    state.ended = true;
    if (!state.stopping) onEnded(`The database ended by itself; its last words are in ${logFile}`);
  });
  await once(keeper, 'spawn');
  // A program that forgets to stop the database may still end; the database then ends with it.
  keeper.unref();
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  await output.close();
  const stop = async (): Promise<void> => {
    state.stopping = true;
    keeper.stdin?.end();
    await endProcesses(cluster.folder);
    await rmdir(host).catch(() => undefined);
  };
  try {
    await ready(login, state, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info(`The database in ${cluster.folder} is ready`);
  return { login, stop };
}

/** Returns when a connection succeeds. */
async function ready(login: DatabaseAddress, state: { readonly ended: boolean }, logFile: string): Promise<void> {
  const limit = AbortSignal.timeout(READY_LIMIT);
  while (!(await accepts(login))) {
    if (state.ended || limit.aborted) {
      const words = lastLine(await readFile(logFile, 'utf8'));
      throw new Error(
        `The database ${state.ended ? 'did not start' : 'took too long to start'}: ${words} (${logFile})`,
      );
    }
    await pause(10);
  }
}

async function accepts(login: DatabaseAddress): Promise<boolean> {
  const client = new pg.Client(login);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
