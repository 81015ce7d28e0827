import type { Agent } from 'node:http';
import { ask } from './asking.js';
import type { AppOrder } from './app-server.js';
import { Child } from './child.js';
import { bodyOf, QUERIES } from './questions.js';
import type { TestDatabase } from '../test/support/database.js';

/** What a side is told of the database. @param name of its connections */
export function surroundings({ login, dataDir }: TestDatabase, name: string): Record<string, string> {
  const { user, password = '', database, host } = login;
  return {
    // As it is deployed: graphql-js and Grafast leave out checks that are for development.
    NODE_ENV: 'production',
    PGAPPNAME: name,
    BENCH_SEALS: 'no',
    BENCH_DATA_DIR: dataDir,
    BENCH_LOGIN: JSON.stringify(login),
    BENCH_DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}`,
  };
}

export function startProduct(database: TestDatabase, name: string): Child<{ do: AppOrder }> {
  return new Child('./app-server.ts', surroundings(database, name));
}

/** Of a coordinator's cases the one with the most to tell. */
export async function largestCase(agent: Agent, url: string): Promise<{ caseId: string; token: string }> {
  const personas = (await (await fetch(`${url}/dev/personas`)).json()) as { capacity: string; token: string }[];
  const { token = '' } = personas.find(({ capacity }) => capacity === 'COORDINATOR') ?? {};
  const list = await ask(agent, { url, token, body: bodyOf('{ cases(first: 50) { edges { node { id } } } }', '') });
  const { data } = JSON.parse(list) as { data: { cases: { edges: { node: { id: string } }[] } } };
  let largest = { bytes: 0, caseId: '' };
  for (const { node } of data.cases.edges) {
    const { length: bytes } = await ask(agent, { url, token, body: bodyOf(QUERIES.full, node.id) });
    if (bytes > largest.bytes) largest = { bytes, caseId: node.id };
  }
  return { caseId: largest.caseId, token };
}
