import type { DestinationStream } from 'pino';
import type { Schedule } from '../changes/schedule.js';
import type { Decide } from '../core/decision.js';
import type { Instant } from '../core/period.js';
import type { Repeat } from '../record/sealer.js';

/** What a server needs at run time beside the configuration; tests put their own in place. */
export interface RuntimeDependencies {
  /** Milliseconds since the epoch. */
  readonly systemTime: () => Instant;
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
}
