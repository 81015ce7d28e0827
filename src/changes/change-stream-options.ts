import type { Instant } from '../core/period.js';
import type { BacklogOptions } from './backlog.js';
import type { CaseSubscriptions } from './case-subscriptions.js';
import type { CursorState } from './cursor-state.js';
import type { Subscriber } from './hub.js';
import type { Schedule } from './schedule.js';

/** What one stream needs of its surroundings. */
export interface ChangeStreamOptions {
  readonly cases: CaseSubscriptions;
  /** Where the client stands: what is at and behind this place has been told. */
  readonly start: BacklogOptions['start'];
  readonly missed: BacklogOptions['missed'];
  readonly subscribe: (wake: () => void) => Subscriber;
  readonly seal: (place: Omit<CursorState, 'generation'>) => string;
  readonly schedule: Schedule;
  readonly now: () => Instant;
  /** Of the token: nothing is told from then on. */
  readonly expiresAt: Instant;
  /** Told when it may have missed changes, because its client or this process lags; it must come back with its cursor. */
  readonly onSlow: () => void;
}
