import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { nextEvent, until, within } from '../support/event.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

let app: TestApp;
let writer: Changing;
let token: string;
const statements = new EventEmitter();
const OWN = 'https://samverkan.example';

beforeAll(async () => {
  app = await startTestApp({
    config: { allowedOrigins: [OWN] },
    onStatement: (name) => statements.emit(name, name),
  });
  writer = await changing(app.database);
  token = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

const init = (authorization: unknown) => ({ type: 'connection_init', payload: { authorization } });

describe('the upgrade', () => {
  it.each([
    ['without an origin', () => ({})],
    ['from the own origin', () => ({ origin: app.url })],
    ['from a configured origin', () => ({ origin: OWN })],
  ])('is let in %s', async (_name, headers: () => Record<string, string>) => {
    const socket = await TestSocket.open(app.url, { headers: headers() });
    expect((await socket.marker()).type).toBe('pong');
    await socket.close();
  });

  it.each([
    ['a foreign origin', 'https://elsewhere.example'],
    ['an origin that is none', 'null'],
  ])('is refused from %s', async (_name, origin) => {
    await expect(TestSocket.open(app.url, { headers: { origin } })).rejects.toThrow('403');
  });

  it('is refused anywhere else', async () => {
    await expect(TestSocket.open(app.url, { path: '/elsewhere' })).rejects.toThrow('404');
  });
});

describe('the beginning', () => {
  it.each([
    ['no token', undefined],
    ['no bearer', 'Basic abc'],
    ['a token that is none', 'Bearer a.b.c'],
    ['a token that is no text', 42],
  ])('closes with 4403 on %s', async (_name, authorization) => {
    const socket = await TestSocket.open(app.url);
    socket.send(init(authorization));
    expect((await within('the close', socket.closed)).code).toBe(4403);
  });

  it.each<[string, (socket: TestSocket) => void, number]>([
    ['an operation before the beginning', (socket) => socket.subscribe('a', '{ viewer { id } }'), 4401],
    ['a second beginning', (socket) => ['first', 'second'].forEach(() => socket.send(init(`Bearer ${token}`))), 4429],
    ['no JSON', (socket) => socket.send('{'), 4400],
    ['a message of no known type', (socket) => socket.send({ type: 'unknown' }), 4400],
    ['a binary message', (socket) => socket.socket.send(Buffer.from('{}')), 4400],
    [
      'an operation without an id',
      (socket) => socket.send({ type: 'subscribe', payload: { query: '{ viewer { id } }' } }),
      4400,
    ],
    ['a frame of more than 64 kB', (socket) => socket.send({ type: 'ping', payload: { x: 'x'.repeat(65_536) } }), 1009],
  ])('closes on %s', async (_name, say, code) => {
    const socket = await TestSocket.open(app.url);
    say(socket);
    expect((await within('the close', socket.closed)).code).toBe(code);
  });

  it('closes with 4408 on silence', async () => {
    const socket = await TestSocket.open(app.url);
    expect((await within('the close', socket.closed)).code).toBe(4408);
  });

  it('closes with 4406 on another protocol', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`);
    const code = await within('the close', new Promise((resolve) => socket.once('close', resolve)));
    expect(code).toBe(4406);
  });
});

describe('operations', () => {
  it('answers a query under the same rules as over HTTP, and completes', async () => {
    const socket = await TestSocket.signIn(app.url, token, { 'accept-language': 'en' });
    socket.subscribe('q', '{ cases(first: 1) { edges { node { id number } } } }');
    const { data, extensions } = await socket.frame('q');
    expect(data?.['cases']).toBeDefined();
    expect(extensions?.withheld).toBeDefined();
    expect(await socket.next()).toEqual({ id: 'q', type: 'complete' });
    socket.subscribe('q', '{ __schema { queryType { name } } }');
    expect((await socket.frame('q')).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect((await socket.next()).type).toBe('complete');
    await socket.close();
  });

  it.each([
    ['what is no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['what the schema does not have', 'subscription { planChanged { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two streams in one operation',
      'subscription { planChanged { __typename } caseChanged { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'what nests too deep',
      `subscription { caseChanged { ... on CaseChanged { case { plan { goals { actions { holder { parent { parent { parent { parent { parent { parent { id ${'}'.repeat(13)} }`,
      'LIMIT_EXCEEDED',
    ],
  ])('refuses %s in an error message', async (_name, query, code) => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', query);
    const message = await socket.next();
    expect([message.type, message.id]).toEqual(['error', 'a']);
    expect((message.payload as { extensions: { code: string } }[])[0]?.extensions.code).toBe(code);
    await socket.close();
  });

  it.each([
    ['a case that is unknown', '00000000-0000-4000-8000-000000000000', 'NOT_FOUND'],
    ['an id that is none', 'x', 'BAD_USER_INPUT'],
  ])('refuses a stream about %s', async (_name, caseId, code) => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', PLAN_STREAM, { caseId });
    expect((await socket.frame('a')).errors?.[0]?.extensions.code).toBe(code);
    expect((await socket.next()).type).toBe('complete');
    await socket.close();
  });

  it('says the same of a case of others as of none', async () => {
    const others = await planSeenBy(app, app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token);
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', PLAN_STREAM, { caseId: others.caseId });
    const refused = await socket.frame('a');
    await socket.next();
    socket.subscribe('a', PLAN_STREAM, { caseId: '00000000-0000-4000-8000-000000000000' });
    expect(await socket.frame('a')).toEqual(refused);
    await socket.close();
  });

  it('closes with 4409 when an id is used twice, and lets it be used again after the end', async () => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', PLAN_STREAM);
    socket.send({ type: 'complete', id: 'a' });
    expect((await socket.marker()).type).toBe('pong');
    socket.subscribe('b', PLAN_STREAM);
    socket.subscribe('b', PLAN_STREAM);
    expect((await within('the close', socket.closed)).code).toBe(4409);
  });

  it('tells nothing more of a stream that the client has ended', async () => {
    const { caseId, actionId } = await planSeenBy(app, token);
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('ended', PLAN_STREAM, { caseId });
    socket.subscribe('open', PLAN_STREAM, { caseId });
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    expect([(await socket.next()).id, (await socket.next()).id].sort()).toEqual(['ended', 'open']);
    socket.send({ type: 'complete', id: 'ended' });
    await socket.marker();
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    expect((await socket.next()).id).toBe('open');
    expect((await socket.marker()).type).toBe('pong');
    await socket.close();
  });

  it('runs twenty at once on a socket and refuses one more', async () => {
    const { caseId } = await planSeenBy(app, token);
    const socket = await TestSocket.signIn(app.url, token);
    for (let at = 0; at < 21; at++) socket.subscribe(`s${at}`, PLAN_STREAM, { caseId });
    const message = await socket.next();
    expect([message.type, message.id]).toEqual(['error', 's20']);
    expect((message.payload as { extensions: { code: string } }[])[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    await socket.close();
  });
});

it('begins no more for a client that ends each operation at once than for one that waits', async () => {
  const { caseId } = await planSeenBy(app, token);
  const begun: string[] = [];
  const hear = (name: string): void => void begun.push(name);
  statements.on('open_scope', hear);
  const socket = await TestSocket.signIn(app.url, token);
  for (let at = 0; at < 500; at++) {
    socket.subscribe(`s${at}`, PLAN_STREAM, { caseId });
    socket.send({ type: 'complete', id: `s${at}` });
  }
  socket.send({ type: 'ping' });
  // Refusals, where the end had not come yet.
  for (let { type } = await socket.next(); type !== 'pong'; { type } = await socket.next()) expect(type).toBe('error');
  // Whoever asks when those few are done is answered.
  await until('the few that began are done', async () => {
    socket.subscribe('q', '{ viewer { id } }');
    const { type } = await socket.next();
    if (type === 'next') await socket.next();
    return type === 'next';
  });
  statements.off('open_scope', hear);
  expect(begun.length).toBeLessThan(100);
  await socket.close();
});

it('holds three hundred idle sockets over the personas', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 300 }, (_, at) => TestSocket.signIn(app.url, app.personas[at % app.personas.length]!.token)),
  );
  for (const socket of sockets) socket.socket.terminate();
  expect(sockets).toHaveLength(300);
});

it('answers in HTTP/1.1 whoever offers HTTP/2 beside, as some clients do with each request', async () => {
  const { port } = new URL(app.url);
  const body = '{"query":"{ __typename }"}';
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  const [first] = await nextEvent<[Buffer]>(socket, 'data');
  socket.destroy();
  expect(String(first)).toMatch(/^HTTP\/1\.1 200 /);
});

it('survives a client that is gone in the middle of the upgrade', async () => {
  const { port } = new URL(app.url);
  const raw = connect(Number(port), '127.0.0.1');
  raw.on('error', () => undefined);
  await new Promise((resolve) => raw.once('connect', resolve));
  raw.write(
    'GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: https://else.example\r\n\r\n',
  );
  raw.destroy();
  expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
});

it('lets a stock client resume without loss or duplicate when the server is restarted', async () => {
  const { caseId, actionId } = await planSeenBy(app, token);
  const second = await startTestApp({ database: app.database });
  let url = second.url;
  const variables: { caseId: string; after?: string } = { caseId };
  const client = createClient({
    url: () => `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 20,
    retryWait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const cursors: string[] = [];
  let told: () => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    client.subscribe<Record<string, { cursor: string }>>(
      { query: PLAN_STREAM, variables },
      {
        next: ({ data }) => {
          const { cursor } = data!['planChanged']!;
          // The client sends the same object again when it comes back: this one line makes it resume.
          variables.after = cursor;
          cursors.push(cursor);
          told();
        },
        error: (error) => reject(error instanceof Error ? error : new Error(String(error))),
        complete: () => undefined,
      },
    );
  });
  client.on('connected', () => told());
  const when = (holds: () => boolean): Promise<void> =>
    within(
      'what the client waits for',
      Promise.race([failed, new Promise<void>((resolve) => (told = () => holds() && resolve()))]),
    );
  await when(() => true);
  let changed = when(() => cursors.length === 1);
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await changed;
  url = app.url;
  changed = when(() => cursors.length > 1);
  await second.stopServer();
  for (let at = 0; at < 3; at++) await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await changed;
  expect(new Set(cursors).size).toBe(cursors.length);
  await client.dispose();
});
