import pg from 'pg';
import type { PoolConfig } from 'pg';
import type { DatabaseAddress, ServerRole } from './connection.js';
import { addressFor } from './connection.js';
import { KEEP_ALIVE, settingsOf, WAITS } from './waits.js';
import type { DatabaseWaits, Waits } from './waits.js';

/**
 * A pool for each role of the server, and for each way of waiting; what a role may do is set in the database, not here.
 */
export interface Pools {
  /** Selects under row-level security and inserts access records. */
  readonly reader: pg.Pool;
  /** Commands. */
  readonly writer: pg.Pool;
  /** As `sig_jobs`, for what goes on in the background. */
  readonly jobs: pg.Pool;
  /** As `sig_jobs`, for what subscribers wait for. */
  readonly telling: pg.Pool;
  /** Waits for what is running, then closes all connections. */
  end(): Promise<void>;
}

export interface PoolOptions {
  /** Connections of each pool; 10. */
  readonly max?: number;
  /** Told when a connection breaks that is not being closed; the pool itself goes on with a new one. */
  readonly onError?: (error: Error) => void;
  /** How long anything may take. */
  readonly waits?: DatabaseWaits;
}

/**
 * Planning the policies cost more than running the statements, until generic plans were forced; with a generic plan
 * PostgreSQL's own compiler took a hundred times what it saved.
 */
const SETTINGS = '-c plan_cache_mode=force_generic_plan -c jit=off -c search_path=sig -c timezone=UTC';

const { builtins } = pg.types;
/**
 * Kinds of value that the driver would give otherwise: instants as `Date`, dates in local time, big numbers as text.
 */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, parseInstant],
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
]);

/** With `timezone=UTC` the form is always `2026-11-22 10:00:00.123+00`. */
function parseInstant(text: string): number {
  if (!text.endsWith('+00')) throw new Error(`Not an instant in UTC: ${text}`);
  return Date.parse(`${text.slice(0, -3).replace(' ', 'T')}Z`);
}

const driverParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (value: string) => unknown;

function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const own = format === 'binary' ? undefined : PARSERS.get(oid);
  return own ?? driverParser(oid, format);
}

function openPool(login: DatabaseAddress, role: ServerRole, waits: Waits, options: PoolOptions): pg.Pool {
  const { max = 10 } = options;
  // `pipeline` is not in the driver's types yet: statements are sent without waiting for the answers before them, and a
  // connection is thrown away with the first of them that is not answered in time.
  const config: PoolConfig & { pipeline: boolean } = {
    ...addressFor(login, role),
    ...KEEP_ALIVE,
    max,
    connectionTimeoutMillis: waits.connection,
    query_timeout: waits.answer,
    idleTimeoutMillis: waits.unused,
    pipeline: true,
    options: `${SETTINGS} ${settingsOf(waits)}`,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  };
  const pool = new pg.Pool(config);
  const onError = (error: Error): void => (pool.ending ? undefined : options.onError?.(error));
  pool.on('error', onError);
  // The pool listens to idle clients only; a connection that breaks while in use would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** @param login the address that migrated the database; the passwords of the roles are derived from it. */
export function openPools(login: DatabaseAddress, options: PoolOptions = {}): Pools {
  const { waits = WAITS } = options;
  const reader = openPool(login, 'sig_reader', waits.reader, options);
  const writer = openPool(login, 'sig_writer', waits.writer, options);
  const jobs = openPool(login, 'sig_jobs', waits.jobs, options);
  const telling = openPool(login, 'sig_jobs', waits.telling, options);
  return {
    reader,
    writer,
    jobs,
    telling,
    async end() {
      await Promise.all([reader, writer, jobs, telling].map((pool) => pool.end()));
    },
  };
}
