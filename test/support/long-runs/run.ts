import { startTestApp } from '../app.js';
import { startTestCluster } from '../cluster.js';
import { createTestDatabase } from '../database.js';
import { cutAtRandom } from './cut-at-random.js';
import { everyChangeOnce } from './every-change-once.js';
import { withdrawalRaces } from './withdrawal-races.js';

export interface LongRuns {
  readonly events: number;
  readonly subscribers: number;
  readonly cuts: number;
  readonly races: number;
}

/** As the issue asks; the ordinary run does less of each. */
export const IN_FULL: LongRuns = { events: 1_000_000, subscribers: 200, cuts: 20, races: 1_000 };

const HOURS = 4 * 3_600_000;

/** All long runs one after the other; prints what each found. @returns whether nothing was lost, out of order or leaked */
export async function longRuns(numbers: LongRuns, print: (line: string) => void): Promise<boolean> {
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const database = await createTestDatabase({ demo: true });
    const { subscribers, cuts, races, events } = numbers;
    const cut = await cutAtRandom(database, { subscribers, cuts, limit: HOURS });
    print(`cut at random: ${JSON.stringify(cut)}`);
    const app = await startTestApp();
    const { cutAfter, ...raced } = await withdrawalRaces(app, { races });
    const sorted = cutAfter.toSorted((a, b) => a - b);
    const [p50, p99] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]?.toFixed(1));
    print(`withdrawal races: ${JSON.stringify({ ...raced, p50, p99 })} ms from the commit to the cut`);
    await app.stop();
    const written = await everyChangeOnce(database, { events, limit: HOURS });
    print(`every change once: ${JSON.stringify(written)}`);
    await database.drop();
    return cut.wrong + raced.leaks + written.lost + written.disordered + written.duplicated === 0;
  } finally {
    await cluster.stop();
  }
}
