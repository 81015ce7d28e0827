import { createSchema } from './api/schema.js';
import { systemSchedule } from './changes/schedule.js';
import { composeAccess } from './compose/access.js';
import { serveApi } from './compose/api.js';
import { startChangeFeed } from './compose/change-feed.js';
import { startJobs } from './compose/jobs.js';
import type { RuntimeDependencies } from './compose/runtime-dependencies.js';
import { openStorage } from './compose/storage.js';
import type { OnStop } from './compose/storage.js';
import type { Config } from './config.js';
import type { Instant } from './core/period.js';
import { addressBook, smtp } from './notification/mail.js';
import { databaseClock, setClock as setDatabaseClock } from './storage/clock.js';
import { WAITS } from './storage/waits.js';
import { createLog, faultLog } from './telemetry/log.js';
import { createMetrics } from './telemetry/metrics.js';

export interface App {
  /** Where the server listens. */
  readonly url: string;
  /** Drains and stops everything that the start began, the database last. */
  stop(): Promise<void>;
}

/** Starts the whole server; what it began is stopped again if any of it fails. */
export async function startApp(config: Config, runtime: RuntimeDependencies): Promise<App> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = started.pop(); end !== undefined; end = started.pop()) await end();
  };
  try {
    const url = await start(config, runtime, (end) => started.push(end));
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Storage, the way to it, what happens by itself, and the API: each composed in a file of its own. */
async function start(config: Config, runtime: RuntimeDependencies, onStop: OnStop): Promise<string> {
  const log = createLog(config.logLevel, runtime.logTo);
  const metrics = createMetrics();
  const { waits = WAITS, elapsed = () => performance.now() } = runtime;
  const onFault = faultLog(log, config.development, elapsed);
  const storage = await openStorage(config, { ...runtime, waits, log, onFault }, onStop);
  const clock = await databaseClock(storage.pools.reader, runtime.systemTime);
  const { now } = clock;
  const systemTimers = systemSchedule(now);
  const schedule = runtime.schedule ?? systemTimers;
  const { schema, policies } = await createSchema();
  const { sealer, keys } = storage;
  const addresses = addressBook(sealer, keys.master, config.mail === null ? null : smtp(config.mail));
  const common = { config, runtime, storage, addresses, schedule, log, onFault, metrics, now, elapsed };

  const feeding = { ...common, pool: storage.pools.telling, silence: waits.silence };
  const { hub, onCommitted, hears } = await startChangeFeed(feeding, onStop);
  const access = composeAccess({ ...common, policies, onCommitted });
  startJobs({ ...common, access, onCommitted }, onStop);
  const setClock = async (to: Instant): Promise<void> => {
    await setDatabaseClock(storage.login, to);
    await clock.remeasure();
    systemTimers.rearm();
  };
  return serveApi({ ...common, access, schema, policies, hub, hears, setClock }, onStop);
}
