import { randomUUID } from 'node:crypto';
import { startApp } from '../../src/app.js';
import { askAt, startTestApp, testConfig } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { within } from '../support/event.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import type { IdentityProvider } from '../support/identity-provider.js';
import { TestSocket } from '../support/socket.js';
import { tie } from '../support/tied.js';
import { hostileTokens } from './hostile-tokens.js';
import type { Hostile } from './hostile-tokens.js';

const GOOD = { pnr: '198001012387' };
const QUERY = '{ viewer { id capacities { id } } cases(first: 5) { edges { node { id } } } }';

let provider: IdentityProvider;
let app: TestApp;
let hostile: readonly Hostile[];
let personaToken: string;
const statements: string[] = [];
const lines: string[] = [];

beforeAll(async () => {
  provider = await startIdentityProvider({ claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' });
  app = await startTestApp({
    config: { oidc: [provider.config], logLevel: 'warn' },
    logTo: { write: (line: string) => void lines.push(line) },
    onStatement: (name) => statements.push(name),
  });
  const leisure = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  personaToken = leisure.token;
  await tie(app.database, ['PERSONAL_IDENTITY_NUMBER', GOOD.pnr], leisure.id);
  hostile = await hostileTokens(provider, GOOD);
});
afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const asked = async (authorization: string, path = '/graphql'): Promise<[number, string]> => {
  const response = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== '' && { authorization }) },
    body: JSON.stringify({ query: QUERY }),
  });
  return [response.status, await response.text()];
};
const refusals = async (): Promise<number> => {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return [...text.matchAll(/^sig_tokens_refused_total\{.*\} (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
};

test('the token that they are made of is let in', async () => {
  const [status, text] = await asked(`Bearer ${await provider.token(GOOD)}`);
  expect([status, text]).toEqual([200, expect.not.stringContaining('"errors"')]);
  expect(statements.length).toBeGreaterThan(0);
});

test('at least sixty are refused in the same words, counted, logged without the token, and reach nothing', async () => {
  const before = await refusals();
  statements.length = 0;
  lines.length = 0;
  const let_in: string[] = [];
  const answers = new Set<string>();
  for (const [what, make] of hostile) {
    const authorization = await make();
    const [status, text] = await asked(authorization);
    if (status !== 401) let_in.push(`${what}: ${status}`);
    answers.add(text.replace(/"requestId":"[^"]*"/, ''));
    const token = authorization.replace(/^\w+ /, '');
    if (token.length > 20 && lines.some((line) => line.includes(token))) let_in.push(`${what}: logged`);
  }
  expect(let_in).toEqual([]);
  expect(hostile.length).toBeGreaterThanOrEqual(60);
  expect(
    [...answers].map((text) => (JSON.parse(text) as { errors: { extensions: object }[] }).errors[0]!.extensions),
  ).toEqual([{ code: 'UNAUTHENTICATED', reason: 'tokenRefused' }]);
  expect((await refusals()) - before).toBe(hostile.length);
  expect(lines.filter((line) => line.includes('a token was refused'))).toHaveLength(hostile.length);
  expect(statements).toEqual([]);
});

test('a token in the address counts for nothing', async () => {
  const token = await provider.token(GOOD);
  expect((await asked('', `/graphql?access_token=${token}`))[0]).toBe(401);
  expect(lines.join('')).not.toContain(token);
});

test('a token of the personas is let in beside the provider in development, and in production by nobody', async () => {
  const query = '{ viewer { id } }';
  expect((await app.ask(personaToken, query)).status).toBe(200);
  const strict = { development: false, demo: false, oidc: [provider.config] };
  const production = await startApp(
    { ...testConfig(app.database), ...strict },
    { systemTime: Date.now, newId: randomUUID, notifying: () => () => undefined },
  );
  try {
    expect((await askAt(production.url, personaToken, query)).status).toBe(401);
    expect((await askAt(production.url, await provider.token(GOOD), query)).status).toBe(200);
  } finally {
    await production.stop();
  }
});

test('a socket closes on each of a handful', async () => {
  for (const [, make] of hostile.filter((_, index) => index % 12 === 0)) {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'connection_init', payload: { authorization: await make() } });
    expect((await within('the close', socket.closed)).code).toBe(4403);
  }
});
