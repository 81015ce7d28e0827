import { Agent, request } from 'node:http';
import { Child } from './child.js';
import type { Used } from './child.js';
import type { AppOrder } from './app-server.js';
import type { BareOrder } from './bare-server.js';
import type { Heard } from './heard-statements.js';
import type { Given, Report } from './main.js';
import { quantile, spread } from './report.js';
import { startTestCluster } from '../test/support/cluster.js';
import { createTestDatabase } from '../test/support/database.js';
import type { TestDatabase } from '../test/support/database.js';
import { FULL_CASE, FULL_LIST } from '../test/support/documents.js';

/** Who answers, where, and with what of its own. */
interface Side {
  readonly url: string;
  readonly used: () => Promise<Used>;
}

/** Requests that were answered in a turn. */
interface Turn {
  /** A second. */
  readonly rate: number;
  /** Microseconds of the answering process, for each. */
  readonly cpu: number;
}

interface Question {
  readonly token: string;
  readonly body: string;
}

/** The full case over HTTP, judged and recorded, beside a bare handler that gives the same bytes from the same database. */
export async function query(given: Given): Promise<Report> {
  const plan = { rounds: given('rounds', 7), seconds: given('seconds', 4), clients: given('clients', 8) };
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

async function measured(
  { login, dataDir }: TestDatabase,
  plan: { readonly rounds: number; readonly seconds: number; readonly clients: number },
): Promise<Report> {
  const { host, database, user, password } = login;
  const app = new Child<{ do: AppOrder }>('./app-server.ts', {
    BENCH_DATA_DIR: dataDir,
    BENCH_DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password ?? '')}@/${database}?host=${encodeURIComponent(host)}`,
  });
  const bare = new Child<BareOrder>('./bare-server.ts', {
    BENCH_DATA_DIR: dataDir,
    BENCH_LOGIN: JSON.stringify(login),
  });
  try {
    const url = await app.ask<string>({ do: 'URL' });
    const agent = new Agent({ keepAlive: true, maxSockets: plan.clients });
    const { question, token } = await largestCase(url);
    const heardFor = async (asked: Question): Promise<{ statements: readonly Heard[]; text: string }> => {
      await ask(agent, url, asked);
      await app.ask({ do: 'LISTEN' });
      const text = await ask(agent, url, asked);
      return { statements: await app.ask<readonly Heard[]>({ do: 'HEARD' }), text };
    };
    const { statements, text } = await heardFor(question);
    const listOf = (first: number): Question => ({
      token,
      body: JSON.stringify({ query: FULL_LIST.replace('first: 50', `first: ${first}`) }),
    });
    const [one, many] = [await heardFor(listOf(1)), await heardFor(listOf(50))];
    const answer = JSON.parse(text) as object;
    const bareUrl = await bare.ask<string>({ do: 'LISTEN', statements, answer });
    if ((await ask(agent, bareUrl, question)) !== text) throw new Error('The two do not answer the same bytes');

    const server: Side = { url, used: () => app.ask({ do: 'USED' }) };
    const handler: Side = { url: bareUrl, used: () => bare.ask({ do: 'USED' }) };
    const turn = (side: Side, seconds: number): Promise<Turn> =>
      answeredIn(agent, side, question, { ...plan, seconds });
    for (const side of [server, handler]) await turn(side, Math.min(2, plan.seconds));
    const pairs: { ours: Turn; bares: Turn }[] = [];
    for (let round = 0; round < plan.rounds; round++)
      pairs.push({ ours: await turn(server, plan.seconds), bares: await turn(handler, plan.seconds) });
    agent.destroy();
    const of = (value: (pair: (typeof pairs)[number]) => number): number[] => pairs.map(value);
    return [
      ['bytes of the answer, clients at once', `${Buffer.byteLength(text)}, ${plan.clients}`],
      [
        'server: requests per second',
        spread(
          of(({ ours }) => ours.rate),
          0,
        ),
      ],
      [
        'bare handler: requests per second',
        spread(
          of(({ bares }) => bares.rate),
          0,
        ),
      ],
      [
        'server, of the bare handler',
        spread(
          of(({ ours, bares }) => ours.rate / bares.rate),
          2,
        ),
      ],
      [
        'server: CPU per request',
        `${quantile(
          of(({ ours }) => ours.cpu),
          0.5,
        ).toFixed(0)} µs`,
      ],
      [
        'bare handler: CPU per request',
        `${quantile(
          of(({ bares }) => bares.cpu),
          0.5,
        ).toFixed(0)} µs`,
      ],
      ['statements of the full case', `${statements.length}`],
      ['statements of a list of full cases', `${counted(one)}; ${counted(many)}`],
    ];
  } finally {
    await Promise.all([app.end(), bare.end()]);
  }
}

function counted({ statements, text }: { readonly statements: readonly Heard[]; readonly text: string }): string {
  const { data } = JSON.parse(text) as { data: { cases: { edges: object[] } } };
  return `${statements.length} for ${data.cases.edges.length} (${Buffer.byteLength(text)} bytes)`;
}

/** Of a coordinator's cases the one with the most to tell. */
async function largestCase(url: string): Promise<{ token: string; question: Question }> {
  const personas = (await (await fetch(`${url}/dev/personas`)).json()) as { capacity: string; token: string }[];
  const { token = '' } = personas.find(({ capacity }) => capacity === 'COORDINATOR') ?? {};
  const agent = new Agent();
  const list = await ask(agent, url, {
    token,
    body: JSON.stringify({ query: '{ cases(first: 50) { edges { node { id } } } }' }),
  });
  const { data } = JSON.parse(list) as { data: { cases: { edges: { node: { id: string } }[] } } };
  let largest = { bytes: 0, question: { token, body: '' } };
  for (const { node } of data.cases.edges) {
    const question = { token, body: JSON.stringify({ query: FULL_CASE, variables: { id: node.id } }) };
    const { length: bytes } = await ask(agent, url, question);
    if (bytes > largest.bytes) largest = { bytes, question };
  }
  return { token, question: largest.question };
}

async function answeredIn(
  agent: Agent,
  { url, used }: Side,
  question: Question,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<Turn> {
  const before = await used();
  const started = performance.now();
  const until = started + seconds * 1_000;
  let answers = 0;
  const client = async (): Promise<void> => {
    for (; performance.now() < until; answers++) await ask(agent, url, question);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - started) / 1_000;
  return { rate: answers / took, cpu: ((await used()).cpu - before.cpu) / answers };
}

/** @throws Error on anything but an answer without errors */
function ask(agent: Agent, url: string, { token, body }: Question): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
        else reject(new Error(`Answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}
