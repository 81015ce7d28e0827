import type { Logger } from 'pino';
import type { Config } from './config.js';
import { readDatabaseClock, setClock } from './database/clock.js';
import { addressOf } from './database/connection.js';
import type { DatabaseAddress } from './database/connection.js';
import { loadDemo } from './database/demo/load-demo.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { createSealer } from './database/encryption.js';
import type { Sealer } from './database/encryption.js';
import { requireMatchingKeys } from './database/key-check.js';
import { loadKeys } from './database/keys.js';
import type { Keys } from './database/keys.js';
import { migrate, withOwner } from './database/migrate.js';
import { openPools } from './database/pools.js';
import type { Pools } from './database/pools.js';
import type { DatabaseWaits } from './database/waits.js';
import { openUnitsOfWork } from './database/unit-of-work.js';
import type { UnitsOfWork } from './database/unit-of-work.js';
import { KINDS } from './modules/kinds.js';

/** Takes what is to be done when the server stops; the last that was begun is ended first. */
export type OnStop = (end: () => Promise<void>) => void;

/** What a server keeps, and the ways to it. */
export interface Storage {
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly pools: Pools;
  readonly unitsOfWork: UnitsOfWork;
}

export interface StorageSurroundings {
  readonly log: Logger;
  readonly newId: () => string;
  readonly waits: DatabaseWaits;
  /** Told when a connection breaks that is not being closed. */
  readonly onBroken: (error: Error) => void;
  /** Told why, when the embedded database ends by itself. */
  readonly onDatabaseEnded: ((why: string) => void) | undefined;
}

/**
 * Keys and database, in the newest schema, on a first start in development with the demo data. The clock starts when all
 * that is there, as loading takes time.
 *
 * @throws Error in one sentence where there is no database, or one of other keys.
 */
export async function openStorage(config: Config, surroundings: StorageSurroundings, onStop: OnStop): Promise<Storage> {
  const { newId, waits, onBroken } = surroundings;
  const keys = await loadKeys(config.dataDir);
  const sealer = createSealer(keys.master);
  const login = await database(config, surroundings, onStop);
  await migrate(login, KINDS.all);
  if (config.clockStart !== null) await setClock(login, config.clockStart);

  const pools = openPools(login, { waits, onError: onBroken });
  onStop(() => pools.end());
  const unitsOfWork = await openUnitsOfWork(login);
  onStop(() => unitsOfWork.end());
  const now = await readDatabaseClock(pools.reader);
  await withOwner(login, async ({ em }) => {
    await requireMatchingKeys(em, sealer);
    if (config.demo) await loadDemo(em, { keys, now, newId });
  });
  if (config.clockStart !== null) await setClock(login, config.clockStart);
  return { keys, sealer, pools, unitsOfWork };
}

/** The configured database, or one of our own beside the keys. */
async function database(
  config: Config,
  { log, onDatabaseEnded: onEnded }: StorageSurroundings,
  onStop: OnStop,
): Promise<DatabaseAddress> {
  if (config.databaseUrl !== null) return addressOf(config.databaseUrl);
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    onEnded,
    log: { info: (message) => log.info(message), error: (message) => log.error(message) },
  });
  onStop(() => embedded.stop());
  return embedded.login;
}
