import type { DestinationStream } from 'pino';
import type { Schedule } from '../changes/schedule.js';
import type { Decide } from '../core/decision.js';
import type { Instant } from '../core/period.js';
import type { Repeat } from '../record/sealer.js';
import type { DatabaseWaits } from '../storage/waits.js';

/** What a server needs at run time beside the configuration; tests put their own in place. */
export interface RuntimeDependencies {
  /** Milliseconds since the epoch. */
  readonly systemTime: () => Instant;
  /** Milliseconds that only ever run on; by the machine's own clock by default. */
  readonly elapsed?: () => number;
  /** A random UUID. */
  readonly newId: () => string;
  /** Only for proving that the database alone withholds what the decision would. */
  readonly decide?: Decide;
  readonly onStatement?: (name: string) => void;
  /** Where the log goes; standard output by default. */
  readonly logTo?: DestinationStream;
  /** When the sealer takes its turns; every second by default. */
  readonly sealing?: Repeat;
  /** When the notifier takes its turns; every second by default. */
  readonly notifying?: Repeat;
  /** In place of timers on the server's clock. */
  readonly schedule?: Schedule;
  /** Told why, when the embedded database ends by itself: nothing can be served any more. It is logged by default. */
  readonly onDatabaseEnded?: (why: string) => void;
  /** How long the database may keep the server waiting. */
  readonly waits?: DatabaseWaits;
}
