import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Hub } from '../changes/hub.js';
import { watchLag } from '../changes/lag-watch.js';
import { Relay } from '../changes/relay.js';
import type { Schedule } from '../changes/schedule.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { FaultLog } from '../telemetry/log.js';
import type { OnStop } from './storage.js';

export interface ChangeFeedOptions {
  /** For telling. */
  readonly pool: Pool;
  /** Milliseconds that this process may not hear of changes. */
  readonly silence: number;
  readonly elapsed: () => number;
  readonly schedule: Schedule;
  readonly log: Logger;
  readonly onFault: FaultLog;
  readonly metrics: Pick<Metrics, 'lag' | 'silence'>;
}

/** How changes reach this process. */
export interface ChangeFeed {
  readonly hub: Hub;
  /** To be called when something of this process was committed; waits for nothing. */
  readonly onCommitted: () => void;
  /** False while this process does not know what changed: it tells nobody, and nobody is to be sent here. */
  readonly hears: () => boolean;
}

const POLL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 2_000;

/**
 * Starts to bring committed changes to this process's hub, and to watch that it hears of them and that somebody gives
 * them their places.
 */
export async function startChangeFeed(options: ChangeFeedOptions, onStop: OnStop): Promise<ChangeFeed> {
  const { pool, schedule, elapsed, log, metrics } = options;
  const onFault = options.onFault('reading changes failed');
  const hub = new Hub();
  const relay = new Relay({ pool, hub, schedule, elapsed, pollEvery: POLL_EVERY_MS, onFault });
  await relay.start();
  onStop(() => relay.stop());
  metrics.silence(() => relay.silence);
  const hears = (): boolean => relay.silence <= options.silence;
  const stops = [
    schedule.every(POLL_EVERY_MS, watchHearing(hears, hub, log)),
    watchLag({
      ...{ pool, schedule, every: LOOK_EVERY_MS, onFault },
      onLook: metrics.lag,
      whileLate: (tooLong) => relay.evictLeader(tooLong),
      onLate: ({ waiting, oldest }) =>
        log.error({ waiting, seconds: oldest / 1_000 }, 'changes wait for their places: subscribers are told nothing'),
      onCaughtUp: () => log.info('changes have their places again'),
    }),
  ];
  onStop(() => {
    for (const stop of stops) stop();
    return Promise.resolve();
  });
  return { hub, onCommitted: relay.wake, hears };
}

/** Whoever follows changes here is sent away once this process hears of none; the log says it once. */
function watchHearing(hears: () => boolean, hub: Hub, log: Logger): () => void {
  let heard = true;
  return () => {
    if (!hears()) hub.sendAllAway();
    if (heard && !hears()) log.error('this process hears of no changes: its subscribers are sent away');
    if (!heard && hears()) log.info('this process hears of changes again');
    heard = hears();
  };
}
