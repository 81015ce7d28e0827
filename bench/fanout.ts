import { Child } from './child.js';
import type { Used } from './child.js';
import type { AppOrder } from './app-server.js';
import { cast } from './cast.js';
import type { FollowedCase } from './cast.js';
import { Crowd } from './crowd.js';
import type { Given, Report } from './main.js';
import { milliseconds, quantile } from './report.js';
import type { StageOrder } from './broadcast-baseline.js';
import { changing } from '../test/support/changes.js';
import type { Changing } from '../test/support/changes.js';
import { startTestCluster } from '../test/support/cluster.js';
import { createTestDatabase } from '../test/support/database.js';
import type { TestDatabase } from '../test/support/database.js';
import { TestSocket } from '../test/support/socket.js';

interface Plan {
  readonly subscribers: number;
  readonly cases: number;
  readonly groups: number;
  /** Events a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly rounds: number;
}

const QUERY = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  __typename
  ... on PlanChanged { cursor changedActionIds at
    plan { id progress { total done overdue } goals { id area holder { id name } actions { id status } } } }
  ... on AccessEnded { cursor caseId reason }
  ... on ResyncRequired { cause } } }`;

/** Subscribers told of changes: the last stage beside a raw broadcast of the same bytes, and the whole path. */
export async function fanout(given: Given): Promise<Report> {
  const plan: Plan = {
    subscribers: given('subscribers', 1_000),
    cases: given('cases', 20),
    groups: given('groups', 1),
    rate: given('rate', 20),
    seconds: given('seconds', 20),
    rounds: given('rounds', 7),
  };
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const database = await createTestDatabase({ demo: true });
    const writer = await changing(database);
    try {
      const { cases, groups } = plan;
      const followed = await cast(writer, database.dataDir, { cases, groups, perCase: plan.subscribers / cases });
      return await measured(plan, database, writer, followed);
    } finally {
      await writer.end();
      await database.drop();
    }
  } finally {
    await cluster.stop();
  }
}

async function measured(
  plan: Plan,
  { login, dataDir }: TestDatabase,
  writer: Changing,
  followed: readonly FollowedCase[],
): Promise<Report> {
  const { host, database, user, password } = login;
  const app = new Child<{ do: AppOrder }>('./app-server.ts', {
    BENCH_DATA_DIR: dataDir,
    BENCH_DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password ?? '')}@/${database}?host=${encodeURIComponent(host)}`,
  });
  try {
    const url = await app.ask<string>({ do: 'URL' });
    const subscribers = followed.flatMap(({ tokens }) => tokens).length;
    const head: Report = [
      ['subscribers, cases, groups per case', `${subscribers}, ${followed.length}, ${plan.groups}`],
    ];
    const { report, result } = await wholePath(plan, app, url, writer, followed);
    return [...head, ...(await stage(plan, subscribers, followed.length, result)), ...report];
  } finally {
    await app.end();
  }
}

/** From the commit to the frame at the client, at a steady rate, with all rights judged and everything recorded. */
async function wholePath(
  { rate, seconds }: Plan,
  app: Child<{ do: AppOrder }>,
  url: string,
  writer: Changing,
  followed: readonly FollowedCase[],
): Promise<{ report: Report; result: object }> {
  const result = await aFrame(url, writer, followed[0]);
  const alone = await app.ask<Used>({ do: 'USED' });
  const crowd = new Crowd();
  const caseOf: number[] = [];
  for (const [at, { caseId, tokens }] of followed.entries()) {
    await Promise.all(
      tokens.map((token) => {
        const client = caseOf.push(at) - 1;
        const payload = { query: QUERY, variables: { caseId } };
        return crowd.join(
          `${url.replace('http', 'ws')}/graphql`,
          { type: 'connection_init', payload: { authorization: `Bearer ${token}` } },
          { type: 'subscribe', id: `subscription-${client}`, payload },
        );
      }),
    );
  }
  // One change each first: every stream is open and live when the measurement begins.
  for (const { caseId, planId } of followed) await writer.change(caseId, { PLAN_CHANGED: [planId] });
  await crowd.until(caseOf.length);
  const idle = await app.ask<Used>({ do: 'USED' });

  const latencies: number[] = [];
  const committed: number[][] = followed.map(() => []);
  const seen = caseOf.map(() => 0);
  crowd.received = 0;
  crowd.onFrame = (client) => {
    const at = committed[caseOf[client] ?? 0]?.[seen[client] ?? 0];
    seen[client] = (seen[client] ?? 0) + 1;
    if (at !== undefined) latencies.push(performance.now() - at);
  };
  const events = rate * seconds;
  const started = performance.now();
  let expected = 0;
  for (let event = 0; event < events; event++) {
    const due = started + (event * 1_000) / rate - performance.now();
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
    const at = event % followed.length;
    const changed = followed[at];
    if (changed === undefined) break;
    const { caseId, planId, tokens } = changed;
    expected += tokens.length;
    await writer.change(caseId, { PLAN_CHANGED: [planId] }, () =>
      Promise.resolve(committed[at]?.push(performance.now())),
    );
  }
  await crowd.until(expected);
  const took = (performance.now() - started) / 1_000;
  const after = await app.ask<Used>({ do: 'USED' });
  crowd.leave();
  const report: Report = [
    ['whole path: events per second', (events / took).toFixed(1)],
    ['whole path: deliveries per second', (expected / took).toFixed(0)],
    ['whole path: commit to frame, p50', milliseconds(quantile(latencies, 0.5))],
    ['whole path: commit to frame, p99', milliseconds(quantile(latencies, 0.99))],
    ['whole path: CPU of the server per delivery', `${((after.cpu - idle.cpu) / expected).toFixed(0)} µs`],
    ['memory per idle subscriber', `${((idle.memory - alone.memory) / caseOf.length / 1_024).toFixed(1)} kB`],
  ];
  return { report, result };
}

/** What the measurement sends, as a subscriber gets it. */
async function aFrame(url: string, writer: Changing, followed: FollowedCase | undefined): Promise<object> {
  if (followed === undefined) throw new Error('There is no case to follow');
  const socket = await TestSocket.signIn(url, followed.tokens[0] ?? '');
  socket.subscribe('first', QUERY, { caseId: followed.caseId });
  await socket.marker();
  await writer.change(followed.caseId, { PLAN_CHANGED: [followed.planId] });
  const frame = await socket.frame('first');
  await socket.close();
  return frame;
}

/** The last stage, in turns with the raw broadcast, so that a busy machine slows both. */
async function stage({ rounds }: Plan, subscribers: number, rooms: number, result: object): Promise<Report> {
  const child = new Child<StageOrder>('./broadcast-baseline.ts', {});
  const crowd = new Crowd();
  try {
    const url = await child.ask<string>({ do: 'LISTEN', rooms, result });
    for (let at = 0; at < subscribers; at++) await crowd.join(url);
    const run = async (way: 'RAW' | 'STAGE', events: number): Promise<{ rate: number; cpu: number }> => {
      const wanted = subscribers * events;
      crowd.received = 0;
      const all = crowd.until(wanted);
      const started = performance.now();
      const cpu = await child.ask<number>({ do: way, events });
      await all;
      return { rate: (wanted / (performance.now() - started)) * 1_000, cpu: cpu / wanted };
    };
    for (const way of ['RAW', 'STAGE'] as const) await run(way, 20);
    const pairs: { raw: { rate: number; cpu: number }; staged: { rate: number; cpu: number } }[] = [];
    for (let round = 0; round < rounds; round++)
      pairs.push({ raw: await run('RAW', 30), staged: await run('STAGE', 30) });
    const ratios = pairs.map(({ raw, staged }) => staged.rate / raw.rate);
    const median = (of: (pair: (typeof pairs)[number]) => number): number => quantile(pairs.map(of), 0.5);
    return [
      ['bytes of a frame', String(JSON.stringify(result).length)],
      ['raw broadcast: deliveries per second', median(({ raw }) => raw.rate).toFixed(0)],
      ['executed to socket: deliveries per second', median(({ staged }) => staged.rate).toFixed(0)],
      [
        'executed to socket, of the raw broadcast',
        `${quantile(ratios, 0.5).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
      ],
      ['raw broadcast: CPU per delivery', `${median(({ raw }) => raw.cpu).toFixed(1)} µs`],
      ['executed to socket: CPU per delivery', `${median(({ staged }) => staged.cpu).toFixed(1)} µs`],
    ];
  } finally {
    crowd.leave();
    await child.end();
  }
}
