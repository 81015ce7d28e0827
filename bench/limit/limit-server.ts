import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cachingVerifier } from '../../src/http/token-cache.js';
import type { Credentials } from '../../src/access/known-viewer.js';
import { bearerToken, createDevelopmentTokens } from '../../src/http/token.js';
import type { Verified } from '../../src/http/token.js';
import { databaseClock } from '../../src/storage/clock.js';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { createSealer } from '../../src/crypto/encryption.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { openPools } from '../../src/storage/pools.js';
import { CursorCodec } from '../../src/crypto/cursor.js';
import pg from 'pg';
import { obey, usedCpu } from '../child.js';
import { HeardStatements } from '../query-capture.js';
import type { Lesson } from './known-case.js';
import { OPERATIONS, readRegisters } from './operations.js';
import type { Operation } from './operations.js';

/**
 * The limit: what five operations cost without GraphQL and without a decision. It knows them by heart, and what follows
 * from the facts of a case alone; but each request is a token looked at, two round trips under the same policies, every
 * piece read and opened, an answer put together of them, and the record committed before it leaves.
 */
export type LimitOrder =
  | { readonly do: 'LISTEN'; readonly lessons: readonly Lesson[]; readonly token: string }
  | { readonly do: 'CPU' | 'COUNT' | 'COUNTED' };

const statements = new HeardStatements(pg.Client);
const login = JSON.parse(process.env['BENCH_LOGIN'] ?? '{}') as DatabaseAddress;
const keys = await loadKeys(process.env['BENCH_DATA_DIR'] ?? '');
const pools = openPools(login);
const verifyToken = cachingVerifier((await createDevelopmentTokens(keys.tokens)).verifyToken);
const { now } = await databaseClock(pools.reader, Date.now);
const operations = new Map<string, Operation>();

const server = createServer((request, response) => {
  answered(request)
    .then((text) => {
      const body = Buffer.from(text);
      const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength };
      response.writeHead(200, headers).end(body);
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
});

async function answered(request: IncomingMessage): Promise<string> {
  const token = verifyToken(bearerToken(request.headers.authorization) ?? '', now());
  const [credentials, body] = await Promise.all([token, readText(request)]);
  const { query, variables } = JSON.parse(body) as { query: string; variables?: object };
  const operation = operations.get(`${query} ${JSON.stringify(variables)}`);
  if (operation === undefined) throw new Error('The limit knows five operations only');
  return operation(credentialsOf(credentials));
}

/** Of a persona's token, which is of one capacity. */
function credentialsOf({ who }: Verified): Credentials {
  if ('hash' in who) throw new Error('The limit knows personas only');
  return who;
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks).toString()));
    request.once('error', reject);
  });
}

async function act(order: LimitOrder): Promise<unknown> {
  switch (order.do) {
    case 'CPU':
      return usedCpu();
    case 'COUNT':
      statements.listen();
      return undefined;
    case 'COUNTED':
      return statements.heard();
    case 'LISTEN':
      return listen(order);
  }
}

async function listen({ lessons, token }: Extract<LimitOrder, { do: 'LISTEN' }>): Promise<string> {
  const registers = await readRegisters(pools.reader, credentialsOf(await verifyToken(token, now())));
  const deps = {
    pool: pools.reader,
    sealer: createSealer(keys.master),
    cursors: new CursorCodec(keys.cursor),
    registers,
  };
  for (const lesson of lessons) {
    const { query, variables } = JSON.parse(lesson.body) as { query: string; variables?: object };
    operations.set(`${query} ${JSON.stringify(variables)}`, OPERATIONS[lesson.name](lesson, deps));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

obey(act, async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await pools.end();
});
