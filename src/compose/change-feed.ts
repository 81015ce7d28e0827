import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Hub } from '../changes/hub.js';
import { watchLag } from '../changes/lag-watch.js';
import { Relay } from '../changes/relay.js';
import type { Schedule } from '../changes/schedule.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Config } from '../config.js';
import { faultLogger } from '../telemetry/log.js';
import type { OnStop } from './storage.js';

export interface ChangeFeedOptions {
  /** Of the role `sig_jobs`. */
  readonly jobs: Pool;
  readonly config: Pick<Config, 'development'>;
  readonly schedule: Schedule;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'lag'>;
}

/** How changes reach this process. */
export interface ChangeFeed {
  readonly hub: Hub;
  /** To be called when something of this process was committed; waits for nothing. */
  readonly onCommitted: () => void;
}

const POLL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 5_000;

/** Starts to bring committed changes to this process's hub, and to watch that somebody gives them their places. */
export async function startChangeFeed(options: ChangeFeedOptions, onStop: OnStop): Promise<ChangeFeed> {
  const { jobs: pool, schedule, log, metrics } = options;
  const onFault = faultLogger(log, options.config, 'reading changes failed');
  const hub = new Hub();
  const relay = new Relay({ pool, hub, schedule, pollEvery: POLL_EVERY_MS, onFault });
  await relay.start();
  onStop(() => relay.stop());
  const stopWatching = watchLag({
    pool,
    schedule,
    every: LOOK_EVERY_MS,
    onLook: metrics.lag,
    whileLate: (tooLong) => relay.takeOver(tooLong),
    onLate: ({ waiting, oldest }) =>
      log.error({ waiting, seconds: oldest / 1_000 }, 'changes wait for their places: subscribers are told nothing'),
    onCaughtUp: () => log.info('changes have their places again'),
    onFault,
  });
  onStop(() => {
    stopWatching();
    return Promise.resolve();
  });
  return { hub, onCommitted: relay.ring };
}
