import { Agent } from 'node:http';
import pg from 'pg';
import { ask } from './asking.js';
import type { Question } from './asking.js';
import type { AppOrder } from './app-server.js';
import { Child } from './child.js';
import type { Flights } from './heard-statements.js';
import type { KeptRecord, Lesson } from './limit/known-case.js';
import type { LimitOrder } from './limit/limit-server.js';
import type { Given, Report } from './main.js';
import { PEER_QUERIES } from './peer/peer-queries.js';
import type { PeerOrder } from './peer/peer-server.js';
import { bodyOf, QUERIES } from './questions.js';
import { spread } from './report.js';
import { cpuOf, HEAD, lineOf, turnOf } from './side.js';
import type { Load, Side, Turn } from './side.js';
import { startTestCluster } from '../test/support/cluster.js';
import { createTestDatabase } from '../test/support/database.js';
import type { TestDatabase } from '../test/support/database.js';

/** Five operations of the product beside the limit and the peer, in turns, on one database. */
export async function query(given: Given): Promise<Report> {
  const plan = { rounds: given('rounds', 5), seconds: given('seconds', 2), clients: given('clients', 8) };
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const database = await createTestDatabase({ demo: true });
    try {
      return await measured(database, plan);
    } finally {
      await database.drop();
    }
  } finally {
    await cluster.stop();
  }
}

const LIMIT = 'limit';
const PRODUCT = 'product';
const PEER = 'peer';

async function measured(database: TestDatabase, plan: Load & { readonly rounds: number }): Promise<Report> {
  const { login, dataDir } = database;
  const environment = (name: string): Record<string, string> => ({
    // As it is deployed: graphql-js and Grafast leave out checks that are for development.
    NODE_ENV: 'production',
    PGAPPNAME: name,
    BENCH_SEALS: 'no',
    BENCH_DATA_DIR: dataDir,
    BENCH_LOGIN: JSON.stringify(login),
    BENCH_DATABASE_URL: `postgresql://${login.user}:${encodeURIComponent(login.password ?? '')}@/${login.database}?host=${encodeURIComponent(login.host)}`,
  });
  const product = new Child<{ do: AppOrder }>('./app-server.ts', environment(PRODUCT));
  const limit = new Child<LimitOrder>('./limit/limit-server.ts', environment(LIMIT));
  const peer = new Child<PeerOrder>('./peer/peer-server.ts', environment(PEER));
  const owner = new pg.Client(login);
  await owner.connect();
  const agent = new Agent({ keepAlive: true, maxSockets: plan.clients });
  try {
    const url = await product.ask<string>({ do: 'URL' });
    const { caseId, token } = await largestCase(agent, url);
    const lessons: Lesson[] = [];
    for (const [name, text] of Object.entries(QUERIES) as [Lesson['name'], string][]) {
      const body = bodyOf(text, caseId);
      await takeRecords(owner);
      const answer = await ask(agent, { url, token, body });
      lessons.push({ name, body, answer, records: await takeRecords(owner) });
    }
    const limitUrl = await limit.ask<string>({ do: 'LISTEN', lessons, token });
    const viewerId = viewerOf(lessons);
    const peerUrl = await peer.ask<string>({ do: 'LISTEN', viewerId, at: await databaseTime(owner) });
    const report: (readonly string[])[] = [HEAD];
    for (const { name, body, answer, records } of lessons) {
      const sides: Side[] = [];
      const join = async (child: Measured, applicationName: string, question: Question, who: string): Promise<void> => {
        const flights = await flightsOf(child, () => ask(agent, question));
        const cpu = (): Promise<number> => child.ask({ do: 'CPU' });
        sides.push({ name: `${name}: ${who}`, applicationName, question, cpu, flights });
      };
      const same: readonly (readonly [Measured, string, string])[] = [
        [product, PRODUCT, url],
        [limit, LIMIT, limitUrl],
      ];
      for (const [child, who, at] of same) {
        const question = { url: at, token, body };
        await takeRecords(owner);
        if ((await ask(agent, question)) !== answer) throw new Error(`The ${who} does not answer the same bytes`);
        if (!sameRecords(await takeRecords(owner), records)) throw new Error(`The ${who} does not record the same`);
        await join(child, who, question, who);
      }
      for (const [who, text] of Object.entries(PEER_QUERIES[name])) {
        const asked = bodyOf(text, name === 'viewer' ? viewerId : caseId);
        await join(peer, PEER, { url: peerUrl, token, body: asked }, who);
      }
      report.push(...(await inTurns(sides, plan, agent, owner)));
    }
    return report;
  } finally {
    agent.destroy();
    await owner.end();
    await Promise.all([product.end(), limit.end(), peer.end()]);
  }
}

/** The sides one after the other, round by round, each round beginning with another. */
async function inTurns(
  sides: readonly Side[],
  plan: Load & { readonly rounds: number },
  agent: Agent,
  owner: pg.Client,
): Promise<Report> {
  for (const side of sides) await turnOf(side, { ...plan, seconds: Math.min(1, plan.seconds) }, agent, owner);
  const turns = new Map<Side, Turn[]>(sides.map((side) => [side, []]));
  for (let round = 0; round < plan.rounds; round++) {
    const order = sides.map((_, at) => sides[(at + round) % sides.length]).filter((side) => side !== undefined);
    for (const side of order) turns.get(side)?.push(await turnOf(side, plan, agent, owner));
  }
  const [own = [], ...others] = [...turns.values()];
  const ratios = others.map((other, at): readonly string[] => {
    const each = (of: (ours: Turn, theirs: Turn) => number): string =>
      spread(
        own.map((turn, round) => of(turn, other[round] ?? turn)),
        2,
      );
    const rates = each((ours, theirs) => ours.rate / theirs.rate);
    const cpu = each((ours, theirs) => cpuOf(theirs) / cpuOf(ours));
    return [
      `${sides[0]?.name ?? ''} of ${sides[at + 1]?.name.split(': ')[1] ?? ''}`,
      rates,
      '',
      '',
      cpu,
      '',
      '',
      '',
      '',
    ];
  });
  return [...sides.map((side) => lineOf(side, turns.get(side) ?? [])), ...ratios];
}

/** The orders that every side obeys. */
interface Measured {
  ask<Answer>(order: { readonly do: 'CPU' | 'COUNT' | 'COUNTED' }): Promise<Answer>;
}

async function flightsOf(child: Measured, act: () => Promise<unknown>): Promise<Flights> {
  await act();
  await child.ask({ do: 'COUNT' });
  await act();
  return child.ask({ do: 'COUNTED' });
}

function viewerOf(lessons: readonly Lesson[]): string {
  const { answer = '' } = lessons.find(({ name }) => name === 'viewer') ?? {};
  return (JSON.parse(answer) as { data: { viewer: { id: string } } }).data.viewer.id;
}

async function databaseTime(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ at: string }>('select sig.ms(sig.now()) as at');
  return Number(rows[0]?.at);
}

/** What was recorded since it was last taken: so that it is of one operation. */
async function takeRecords(owner: pg.Client): Promise<readonly KeptRecord[]> {
  const { rows } = await owner.query<KeptRecord>(
    `with taken as (delete from sig.access_record returning case_id, entries)
      select case_id as "caseId", entries from taken`,
  );
  return rows;
}

/** Order tells nothing. */
function sameRecords(some: readonly KeptRecord[], others: readonly KeptRecord[]): boolean {
  const sorted = (records: readonly KeptRecord[]): string =>
    records
      .map(
        ({ caseId, entries }) =>
          `${caseId} ${entries
            .map((entry) => JSON.stringify(entry))
            .sort()
            .join()}`,
      )
      .sort()
      .join();
  return sorted(some) === sorted(others);
}

/** Of a coordinator's cases the one with the most to tell. */
async function largestCase(agent: Agent, url: string): Promise<{ caseId: string; token: string }> {
  const personas = (await (await fetch(`${url}/dev/personas`)).json()) as { capacity: string; token: string }[];
  const { token = '' } = personas.find(({ capacity }) => capacity === 'COORDINATOR') ?? {};
  const asking = (body: string): Question => ({ url, token, body });
  const list = await ask(agent, asking(bodyOf('{ cases(first: 50) { edges { node { id } } } }', '')));
  const { data } = JSON.parse(list) as { data: { cases: { edges: { node: { id: string } }[] } } };
  let largest = { bytes: 0, caseId: '' };
  for (const { node } of data.cases.edges) {
    const { length: bytes } = await ask(agent, asking(bodyOf(QUERIES.full, node.id)));
    if (bytes > largest.bytes) largest = { bytes, caseId: node.id };
  }
  return { caseId: largest.caseId, token };
}
