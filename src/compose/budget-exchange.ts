import { z } from 'zod';
import type { ViewerBudgets } from '../api/viewer-budgets.js';
import type { Schedule } from '../changes/schedule.js';
import { Broadcast } from '../storage/broadcast.js';
import type { BroadcastOptions } from '../storage/broadcast.js';
import type { OnStop } from './storage.js';

/** Milliseconds: so much later than this process do the others know what somebody has spent here. */
const TELL_EVERY = 1_000;
/** As many as one notice carries. */
const MOST_VIEWERS = 100;

const TOLD = z.object({ from: z.string(), minute: z.number(), spent: z.record(z.string(), z.number()) });

export interface BudgetExchangeOptions {
  readonly pool: BroadcastOptions['pool'];
  readonly schedule: Schedule;
  readonly newId: () => string;
  readonly onFault: (error: unknown) => void;
}

/** One budget over all processes: each tells the others what those have spent who spend much. */
export function shareBudgets(
  budgets: ViewerBudgets,
  { pool, schedule, newId, onFault }: BudgetExchangeOptions,
  onStop: OnStop,
): void {
  const self = newId();
  const onMessage = (payload: string): void => {
    const { from, minute, spent } = TOLD.parse(JSON.parse(payload));
    if (from !== self) budgets.hear(minute, spent);
  };
  const broadcast = new Broadcast({ pool, channel: 'sig_budgets', onMessage, onFault });
  const stop = schedule.every(TELL_EVERY, () => {
    const told = budgets.take(MOST_VIEWERS);
    void broadcast.say(told === null ? null : JSON.stringify({ from: self, ...told }));
  });
  onStop(async () => {
    stop();
    await broadcast.stop();
  });
}
