import type { AppOrder } from './app-server.js';
import { cast } from './cast.js';
import type { FollowedCase } from './cast.js';
import { Child } from './child.js';
import type { Given, Report } from './main.js';
import { surroundings } from './product.js';
import { milliseconds, quantile } from './report.js';
import { ResumingCrowd } from './resuming-crowd.js';
import { changing } from '../test/support/changes.js';
import type { Changing } from '../test/support/changes.js';
import { startTestCluster } from '../test/support/cluster.js';
import { createTestDatabase } from '../test/support/database.js';
import type { TestDatabase } from '../test/support/database.js';

interface Plan {
  /** Events a second, all the time. */
  readonly rate: number;
  /** Before the kill, and again from readiness on at most three times as long. */
  readonly seconds: number;
}

/** Milliseconds between two looks at whether the server is ready. */
const LOOK_EVERY = 100;
/** Events of its case that a stream may stand behind and still be with them: one that is on its way. */
const ON_ITS_WAY = 1;
/** Milliseconds for all streams to open the first time. */
const OPEN_WITHIN = 120_000;

const QUERY = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after, begin: PLACE) {
  __typename
  ... on StreamStarted { cursor }
  ... on PlanChanged { cursor changedActionIds at
    plan { id progress { total done overdue } goals { id area holder { id name } actions { id status } } } }
  ... on AccessEnded { cursor caseId reason }
  ... on ResyncRequired { cause } } }`;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server is killed under load, another takes its place, and everybody comes back at once with their cursor. */
export async function storm(given: Given): Promise<Report> {
  const cases = given('cases', 20);
  const perCase = given('subscribers', 1_000) / cases;
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const database = await createTestDatabase({ demo: true });
    const writer = await changing(database);
    try {
      const followed = await cast(writer, database.dataDir, { cases, groups: given('groups', 1), perCase });
      return await measured({ rate: given('rate', 20), seconds: given('seconds', 10) }, database, writer, followed);
    } finally {
      await writer.end();
      await database.drop();
    }
  } finally {
    await cluster.stop();
  }
}

async function measured(
  { rate, seconds }: Plan,
  database: TestDatabase,
  writer: Changing,
  followed: readonly FollowedCase[],
): Promise<Report> {
  // Unlike the other benches this one has all of the server at work, the sealer too.
  const start = (): Child<{ do: AppOrder }> =>
    new Child('./app-server.ts', { ...surroundings(database, 'storm'), BENCH_SEALS: 'yes' });
  const crowd = new ResumingCrowd(QUERY);
  /** Of each case the instants, by the database's clock, before its changes were written: a later snapshot holds them. */
  const written = followed.map((): number[] => []);
  const ahead = await aheadOfUs(writer);
  const caseOf = followed.flatMap(({ caseId, tokens }, at) =>
    tokens.map((token) => {
      crowd.add(token, caseId);
      return at;
    }),
  );
  const toldTo = caseOf.map(() => 0);
  let frames = 0;
  crowd.onFrame = (client, at) => {
    toldTo[client] = at;
    frames += 1;
  };
  const change = async (at: number): Promise<void> => {
    const { caseId, planId } = followed[at] as FollowedCase;
    written[at]?.push(Date.now() + ahead);
    await writer.change(caseId, { PLAN_CHANGED: [planId] });
  };
  // Changes that wait are told as one, so it is places that are compared, and not counts.
  const behind = (): number[] =>
    toldTo.map((told, client) => (written[caseOf[client] ?? 0] ?? []).filter((at) => at > told).length);
  const until = async (isDone: () => boolean, limit: number): Promise<number> => {
    const from = performance.now();
    while (!isDone() && performance.now() - from < limit) await pause(LOOK_EVERY);
    return isDone() ? performance.now() - from : Number.NaN;
  };

  let server = start();
  try {
    crowd.moveTo(await server.ask<string>({ do: 'URL' }));
    await until(() => crowd.started === crowd.size, OPEN_WITHIN);
    if (crowd.started < crowd.size) throw new Error(`${crowd.started} of ${crowd.size} streams have opened`);

    const writing = new AbortController();
    const writes = (async (): Promise<void> => {
      const from = performance.now();
      for (let event = 0; !writing.signal.aborted; event++) {
        const due = from + (event * 1_000) / rate - performance.now();
        if (due > 0) await pause(due);
        await change(event % followed.length);
      }
    })();
    try {
      await pause(seconds * 1_000);
      const before = frames / seconds;
      crowd.moveTo(null);
      await server.kill();
      server = start();
      const url = await server.ask<string>({ do: 'URL' });
      const health = watchHealth(url);
      await health.ready;
      const missed = Math.max(...behind());
      crowd.moveTo(url);
      const caughtUp = await until(() => behind().every((count) => count <= ON_ITS_WAY), seconds * 3_000);
      const left = Math.max(...behind());
      frames = 0;
      await pause(seconds * 1_000);
      const after = frames / seconds;
      const waits = await health.stop();
      writing.abort();
      await writes;
      await until(() => behind().every((count) => count <= 0), seconds * 3_000);
      const rest = behind();
      return [
        ['subscribers, cases, events a second', `${crowd.size}, ${followed.length}, ${rate}`],
        ['changes of a case missed at readiness, at most', String(missed)],
        [
          'readiness to everybody caught up',
          Number.isNaN(caughtUp) ? `not in ${seconds * 3} s; ${left} changes behind` : milliseconds(caughtUp),
        ],
        ['frames a second before the kill', before.toFixed(0)],
        ['frames a second after that', after.toFixed(0)],
        ['/health/ready after the kill, p50', milliseconds(quantile(waits, 0.5))],
        ['/health/ready after the kill, worst', milliseconds(Math.max(...waits))],
        ['cut again by the server that came', String(crowd.cuts)],
        ['told to query afresh, or refused', String(crowd.others)],
        [`not told ${seconds * 3} s after the last change`, String(rest.reduce((all, count) => all + count, 0))],
      ];
    } finally {
      writing.abort();
      await writes;
    }
  } finally {
    crowd.leave();
    await server.kill();
  }
}

/** Milliseconds that the database's clock is ahead of this process's. */
async function aheadOfUs({ client }: Changing): Promise<number> {
  const { rows } = await client.query<{ now: Date }>('select sig.now() as now');
  return Number(rows[0]?.now) - Date.now();
}

interface HealthWatch {
  readonly ready: Promise<unknown>;
  /** Milliseconds that each look since readiness took. */
  stop(): Promise<number[]>;
}

/** Looks as a balancer does: one look after the other. */
function watchHealth(url: string): HealthWatch {
  const waits: number[] = [];
  const isReady = Promise.withResolvers<unknown>();
  const watching = new AbortController();
  const looking = (async (): Promise<void> => {
    while (!watching.signal.aborted) {
      const from = performance.now();
      const { status } = await fetch(`${url}/health/ready`);
      if (status === 200) isReady.resolve(status);
      if (waits.length > 0 || status === 200) waits.push(performance.now() - from);
      await pause(LOOK_EVERY);
    }
  })();
  looking.catch((error: unknown) => isReady.reject(error));
  return {
    ready: isReady.promise,
    async stop() {
      watching.abort();
      await looking;
      return waits;
    },
  };
}
