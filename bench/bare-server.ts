import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bearerToken, createDevelopmentTokens } from '../src/http/token.js';
import { databaseClock } from '../src/storage/clock.js';
import type { DatabaseAddress } from '../src/storage/connection.js';
import { loadKeys } from '../src/crypto/keys.js';
import { openPools } from '../src/storage/pools.js';
import { obey, used } from './child.js';
import type { Heard } from './heard-statements.js';

/**
 * What is left without GraphQL, decision, decryption and presentation: the token is verified, the same statements go to the
 * same database under the same row-level security, the same record is committed, and the same answer is serialised.
 */
export type BareOrder =
  { readonly do: 'LISTEN'; readonly statements: readonly Heard[]; readonly answer: object } | { readonly do: 'USED' };

const login = JSON.parse(process.env['BENCH_LOGIN'] ?? '{}') as DatabaseAddress;
const pools = openPools(login);
const { verifyToken } = await createDevelopmentTokens((await loadKeys(process.env['BENCH_DATA_DIR'] ?? '')).tokens);
const now = await databaseClock(pools.reader, Date.now);
let reads: readonly Heard[] = [];
let writes: readonly Heard[] = [];
let answer: object = {};

const server = createServer((request, response) => {
  answered(request)
    .then((body) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body))
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
});

async function answered(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  JSON.parse(Buffer.concat(chunks).toString());
  await verifyToken(bearerToken(request.headers.authorization) ?? '', now());
  const client = await pools.reader.connect();
  try {
    const ask = ({ values, ...statement }: Heard) =>
      client.query({ ...statement, ...(values && { values: [...values] }) });
    // Two round trips: what was read has to be known before it can be recorded.
    await Promise.all(reads.map(ask));
    const committed = await Promise.all(writes.map((statement) => ask(withNewIds(statement))));
    if (committed.at(-1)?.command !== 'COMMIT') throw new Error('The record was not kept');
  } finally {
    client.release();
  }
  return `${JSON.stringify(answer)}\n`;
}

/** No record has the id of another. */
function withNewIds({ values, ...statement }: Heard): Heard {
  if (values === undefined) return statement;
  const [, viewer, capacity, agency, rows] = values;
  const renewed = (JSON.parse(rows as string) as object[]).map((row) => ({ ...row, id: randomUUID() }));
  return { ...statement, values: [randomUUID(), viewer, capacity, agency, JSON.stringify(renewed)] };
}

async function act(order: BareOrder): Promise<unknown> {
  if (order.do === 'USED') return used();
  const at = order.statements.findIndex(({ name }) => name === 'record_access');
  reads = order.statements.slice(0, at);
  writes = order.statements.slice(at);
  answer = order.answer;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

obey(act, async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await pools.end();
});
