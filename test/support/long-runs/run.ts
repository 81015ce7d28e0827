import { startTestApp } from '../app.js';
import type { TestApp } from '../app.js';
import { startTestCluster } from '../cluster.js';
import { createTestDatabase } from '../database.js';
import type { TestDatabase } from '../database.js';
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

/** @param did told of work as it is done, of as much as {@link Run.of} says */
type Measure = (
  database: TestDatabase,
  numbers: LongRuns,
  did: (more: number) => void,
) => Promise<Omit<LongRun, 'name'>>;

interface Run {
  readonly of: keyof LongRuns;
  readonly measure: Measure;
}

/** By name, in the order in which they run; each alone, too. */
const RUNS: Readonly<Record<string, Run>> = {
  'cut at random': {
    of: 'cuts',
    async measure(database, { subscribers, cuts }, did) {
      const found = await cutAtRandom(database, { subscribers, cuts, limit: HOURS, did: () => did(1 / subscribers) });
      return { amount: `${found.cuts} cuts`, held: found.wrong === 0, found };
    },
  },
  'withdrawal races': {
    of: 'races',
    measure: onServer(async (app, { races }, did) => {
      const { cutAfter, ...raced } = await withdrawalRaces(app, { races, did });
      const sorted = cutAfter.toSorted((a, b) => a - b);
      const [p50, p99] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]?.toFixed(1));
      const found = { ...raced, msToTheCut: { p50, p99 } };
      return { amount: `${races} races, cut after ${p99} ms (p99)`, held: raced.leaks === 0, found };
    }),
  },
  'paused client': {
    of: 'unread',
    measure: onServer(async (app, { unread }, did) => {
      const found = await pausedClient(app, { changes: unread, did });
      return { amount: `${unread} changes`, held: found.wrong === 0 && found.grownBy < 10_000_000, found };
    }),
  },
  'latency beside a paused client': {
    of: 'besides',
    measure: onServer(async (app, { besides }, did) => {
      const found = await latencyBeside(app, { rounds: besides, did });
      const amount = `${besides} rounds, ${found.ratio} of beside nobody`;
      return { amount, held: found.ratio < UNCHANGED, found };
    }),
  },
  'every change once': {
    of: 'events',
    async measure(database, { events }, did) {
      const found = await everyChangeOnce(database, { events, limit: HOURS, did });
      const { lost, disordered, duplicated, faults } = found;
      const isWhole = lost + disordered + duplicated + faults.length === 0;
      return { amount: `${found.committed} changes`, held: isWhole, found };
    },
  },
};
export const LONG_RUNS = Object.keys(RUNS);

function onServer(measure: (app: TestApp, ...rest: Rest<Parameters<Measure>>) => ReturnType<Measure>): Measure {
  return async (database, ...rest) => {
    const app = await startTestApp({ database });
    try {
      return await measure(app, ...rest);
    } finally {
      await app.stopServer();
    }
  };
}
type Rest<List extends unknown[]> = List extends [unknown, ...infer Others] ? Others : never;

/** Told of what is done of one run. */
export interface Following {
  add(done: number): void;
}

/**
 * Long runs one after the other, each on a database of its own and told of as it ends.
 *
 * @param only the name of one of them, or all
 * @param follow told of a run as it begins, with how much there is to do
 * @returns whether all of them held
 */
export async function longRuns(
  numbers: LongRuns,
  only: string | null,
  follow: (name: string, total: number) => Following,
  tell: (run: LongRun) => void,
): Promise<boolean> {
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  let allHeld = true;
  try {
    for (const [name, { of, measure }] of Object.entries(RUNS)) {
      if (only !== null && only !== name) continue;
      const following = follow(name, numbers[of]);
      const database = await createTestDatabase({ demo: true });
      const run = { name, ...(await measure(database, numbers, (more) => following.add(more))) };
      await database.drop();
      allHeld &&= run.held;
      tell(run);
    }
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
