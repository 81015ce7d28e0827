import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { readDatabaseClock, setClock } from '../storage/clock.js';
import { addressOf } from '../storage/connection.js';
import type { DatabaseAddress } from '../storage/connection.js';
import { loadDemo } from '../demo/load-demo.js';
import { startEmbeddedPostgres } from '../storage/embedded-postgres.js';
import { createSealer } from '../crypto/encryption.js';
import type { Sealer } from '../crypto/encryption.js';
import { requireMatchingKeys } from '../crypto/key-check.js';
import { loadKeys } from '../crypto/keys.js';
import type { Keys } from '../crypto/keys.js';
import { migrate, withOwner } from '../storage/migrate.js';
import { openPools } from '../storage/pools.js';
import type { Pools } from '../storage/pools.js';
import type { DatabaseWaits } from '../storage/waits.js';
import type { FaultLog } from '../telemetry/log.js';
import { openUnitsOfWork } from '../storage/unit-of-work.js';
import type { UnitsOfWork } from '../storage/unit-of-work.js';
import { MODEL } from '../data-model.js';

/** Takes what is to be done when the server stops; the last that was begun is ended first. */
export type OnStop = (end: () => Promise<void>) => void;

/** What a server keeps, and the ways to it. */
export interface Storage {
  /** Whose account it is; for what development does as the owner, everything else goes through the pools. */
  readonly login: DatabaseAddress;
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly pools: Pools;
  readonly unitsOfWork: UnitsOfWork;
}

export interface StorageSurroundings {
  readonly log: Logger;
  readonly newId: () => string;
  readonly waits: DatabaseWaits;
  readonly onFault: FaultLog;
  /** Told why, when the embedded database ends by itself. */
  readonly onDatabaseEnded?: (why: string) => void;
}

/**
 * Keys and database, in the newest schema, on a first start in development with the demo data. The clock starts when
 * all that is there, as loading takes time.
 *
 * @throws Error in one sentence where there is no database, or one of other keys.
 */
export async function openStorage(config: Config, surroundings: StorageSurroundings, onStop: OnStop): Promise<Storage> {
  const { newId, waits, onFault } = surroundings;
  const keys = await loadKeys(config.dataDir);
  const sealer = createSealer(keys.master);
  const login = await database(config, surroundings, onStop);
  await migrate(login, MODEL);
  if (config.clockStart !== null) await setClock(login, config.clockStart);

  const pools = openPools(login, { waits, onError: onFault('a database connection broke') });
  onStop(() => pools.end());
  const unitsOfWork = await openUnitsOfWork(login, MODEL);
  onStop(() => unitsOfWork.end());
  const now = await readDatabaseClock(pools.reader);
  await withOwner(login, MODEL, async ({ em }) => {
    await requireMatchingKeys(em, sealer);
    if (config.demo) await loadDemo(em, { keys, now, newId });
  });
  if (config.clockStart !== null) await setClock(login, config.clockStart);
  return { login, keys, sealer, pools, unitsOfWork };
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
