import { Agent } from 'node:http';
import pg from 'pg';
import { ask } from './asking.js';
import type { Question } from './asking.js';
import { Child } from './child.js';
import type { KeptRecord, Lesson } from './limit/known-case.js';
import type { LimitOrder } from './limit/limit-server.js';
import type { Given, Report } from './main.js';
import { PEER_QUERIES } from './peer/peer-queries.js';
import type { PeerOrder } from './peer/peer-queries.js';
import { bodyOf, QUERIES } from './questions.js';
import { largestCase, startProduct, surroundings } from './product.js';
import { HEAD } from './side.js';
import type { Load, Side } from './side.js';
import { flightsOf, inTurns } from './turns.js';
import type { Measured } from './turns.js';
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
  const product = startProduct(database, PRODUCT);
  const limit = new Child<LimitOrder>('./limit/limit-server.ts', surroundings(database, LIMIT));
  const peer = new Child<PeerOrder>('./peer/peer-server.mjs', surroundings(database, PEER));
  const owner = new pg.Client(database.login);
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
