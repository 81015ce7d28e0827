import { Agent } from 'node:http';
import pg from 'pg';
import { ask } from './asking.js';
import type { Child } from './child.js';
import type { AppOrder } from './app-server.js';
import { fill } from './filler.js';
import type { Given, Report } from './main.js';
import { largestCase, startProduct } from './product.js';
import { bodyOf, QUERIES } from './questions.js';
import { HEAD } from './side.js';
import type { Load, Side } from './side.js';
import { flightsOf, inTurns } from './turns.js';
import { createDevelopmentTokens } from '../src/http/token.js';
import { loadKeys } from '../src/crypto/keys.js';
import { startTestCluster } from '../test/support/cluster.js';
import { createTestDatabase } from '../test/support/database.js';

const HOUR = 3_600_000;

/** The product on a small and on a large database in turns, and the list of who has few cases beside who has many. */
export async function growth(given: Given): Promise<Report> {
  const plan = { rounds: given('rounds', 5), seconds: given('seconds', 2), clients: given('clients', 8) };
  const sizes = [2_000, given('cases', 50_000)];
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  const agent = new Agent({ keepAlive: true, maxSockets: plan.clients });
  const apps: Child<{ do: AppOrder }>[] = [];
  try {
    const grown: Grown[] = [];
    for (const cases of sizes) {
      const one = await grow(cases, agent);
      apps.push(one.app);
      grown.push(one);
    }
    return await measured(grown, plan, agent);
  } finally {
    agent.destroy();
    await Promise.all(apps.map((app) => app.end()));
    await cluster.stop();
  }
}

/** A product on a database of so many cases, and what it is asked. */
interface Grown {
  readonly cases: number;
  readonly app: Child<{ do: AppOrder }>;
  readonly url: string;
  readonly owner: pg.Client;
  readonly caseId: string;
  readonly tokens: { readonly coordinator: string; readonly few: string; readonly many: string };
}

async function grow(cases: number, agent: Agent): Promise<Grown> {
  const database = await createTestDatabase({ demo: true });
  const app = startProduct(database, `${cases} cases`);
  const url = await app.ask<string>({ do: 'URL' });
  const { caseId, token } = await largestCase(agent, url);
  const { few, many } = await fill(database.login, caseId, cases, (done) => showProgress(done, cases));
  const { issueToken } = await createDevelopmentTokens((await loadKeys(database.dataDir)).tokens);
  const owner = new pg.Client(database.login);
  await owner.connect();
  const { rows } = await owner.query<{ now: string }>('select sig.ms(sig.now()) as now');
  const tokenOf = (subjectId: string): Promise<string> =>
    issueToken({ subjectId, capacity: 'COORDINATOR' }, Number(rows[0]?.now), HOUR);
  const tokens = { coordinator: token, few: await tokenOf(few), many: await tokenOf(many) };
  return { cases, app, url, owner, caseId, tokens };
}

async function measured(
  grown: readonly Grown[],
  plan: Load & { readonly rounds: number },
  agent: Agent,
): Promise<Report> {
  const side = async (one: Grown, whose: keyof Grown['tokens'], query: string, name: string): Promise<Side> => {
    const question = { url: one.url, token: one.tokens[whose], body: bodyOf(query, one.caseId) };
    const flights = await flightsOf(one.app, () => ask(agent, question));
    const cpu = (): Promise<number> => one.app.ask({ do: 'CPU' });
    return { name, applicationName: `${one.cases} cases`, question, cpu, flights };
  };
  const [small, large] = grown;
  if (small === undefined || large === undefined) throw new Error('Two sizes are compared');
  const pairs = [
    [
      await side(small, 'coordinator', QUERIES.full, `full: ${small.cases} cases`),
      await side(large, 'coordinator', QUERIES.full, `full: ${large.cases} cases`),
    ],
    [
      await side(small, 'few', QUERIES.list, `list: ${small.cases} cases`),
      await side(large, 'few', QUERIES.list, `list: ${large.cases} cases`),
    ],
    [
      await side(large, 'few', LIST_OF_15, 'page of 15: few assigned'),
      await side(large, 'many', LIST_OF_15, 'page of 15: 300 assigned'),
    ],
  ];
  const report: (readonly string[])[] = [HEAD];
  for (const sides of pairs) report.push(...(await inTurns(sides, plan, agent, large.owner)));
  await Promise.all(grown.map(({ owner }) => owner.end()));
  return report;
}

/** The same content for both: the first professional has fifteen cases, since they are counted from one. */
const LIST_OF_15 = QUERIES.list.replace('first: 20', 'first: 15');

function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY && done < of) return;
  const bar = '='.repeat(Math.round((done / of) * 40)).padEnd(40);
  process.stderr.write(`\r[${bar}] ${done} of ${of} cases${done === of ? '\n' : ''}`);
}
