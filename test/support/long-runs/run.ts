import { startTestApp } from '../app.js';
import { startTestCluster } from '../cluster.js';
import { createTestDatabase } from '../database.js';
import { cutAtRandom } from './cut-at-random.js';
import { everyChangeOnce } from './every-change-once.js';
import { latencyBeside } from './latency-beside.js';
import { pausedClient } from './paused-client.js';
import { withdrawalRaces } from './withdrawal-races.js';

export interface LongRuns {
  readonly events: number;
  readonly subscribers: number;
  readonly cuts: number;
  readonly races: number;
  /** Written while a client does not read. */
  readonly unread: number;
  /** Rounds of latency beside a client that reads and then does not. */
  readonly besides: number;
}

/** What one of them found. */
export interface LongRun {
  readonly name: string;
  /** How much was run. */
  readonly amount: string;
  /** Whether nothing was lost, out of order or leaked. */
  readonly held: boolean;
  readonly found: object;
}

/** As the issue asks; the ordinary run does less of each. */
export const IN_FULL: LongRuns = {
  events: 1_000_000,
  subscribers: 200,
  cuts: 20,
  races: 1_000,
  unread: 20_000,
  besides: 30,
};

/** What is called unchanged: the noise of medians on a busy machine. */
const UNCHANGED = 1.25;
const HOURS = 4 * 3_600_000;

/** All long runs one after the other, each told of as it ends. @returns whether all of them held */
export async function longRuns(numbers: LongRuns, tell: (run: LongRun) => void): Promise<boolean> {
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  let allHeld = true;
  const ran = (run: LongRun): void => {
    allHeld &&= run.held;
    tell(run);
  };
  try {
    const database = await createTestDatabase({ demo: true });
    const { subscribers, cuts, races, events, unread, besides } = numbers;
    const cut = await cutAtRandom(database, { subscribers, cuts, limit: HOURS });
    ran({ name: 'cut at random', amount: `${cut.cuts} cuts`, held: cut.wrong === 0, found: cut });
    const app = await startTestApp();
    const { cutAfter, ...raced } = await withdrawalRaces(app, { races });
    const sorted = cutAfter.toSorted((a, b) => a - b);
    const [p50, p99] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]?.toFixed(1));
    const found = { ...raced, msToTheCut: { p50, p99 } };
    ran({ name: 'withdrawal races', amount: `${races} races`, held: raced.leaks === 0, found });
    await app.stop();
    const beside = await startTestApp();
    const paused = await pausedClient(beside, { changes: unread });
    const isBounded = paused.grownBy < 10_000_000;
    ran({ name: 'paused client', amount: `${unread} changes`, held: paused.wrong === 0 && isBounded, found: paused });
    const latency = await latencyBeside(beside, { rounds: besides });
    const name = 'latency beside a paused client';
    ran({
      name,
      amount: `${besides} rounds, ${latency.ratio} of beside nobody`,
      held: latency.ratio < UNCHANGED,
      found: latency,
    });
    await beside.stop();
    const written = await everyChangeOnce(database, { events, limit: HOURS });
    const { lost, disordered, duplicated, faults } = written;
    const isWhole = lost + disordered + duplicated + faults.length === 0;
    ran({ name: 'every change once', amount: `${written.committed} changes`, held: isWhole, found: written });
    await database.drop();
    return allHeld;
  } finally {
    await cluster.stop();
    delete process.env['SIG_TEST_CLUSTER'];
  }
}

/** At least one of each. @param share of {@link IN_FULL} */
export function inProportion(share: number): LongRuns {
  const of = (whole: number): number => Math.max(1, Math.round(whole * share));
  const { events, subscribers, cuts, races, unread, besides } = IN_FULL;
  // Fewer would not fill the queue of who does not read.
  return {
    events: of(events),
    subscribers: of(subscribers),
    cuts: of(cuts),
    races: of(races),
    unread: Math.max(320, of(unread)),
    besides: of(besides),
  };
}
