import type { AddressInfo, Socket } from 'node:net';
import { createClient } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { until, within } from '../support/event.js';
import { planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
  token = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
});
afterAll(() => app.stop());

const QUERY = '{ viewer { id } }';
const operation = (payload: unknown, id: unknown = 'a') => ({ type: 'subscribe', id, payload });

describe('a message that the protocol does not know closes with 4400', () => {
  it.each<[string, unknown]>([
    ['a number', 7],
    ['nothing', null],
    ['a list', []],
    ['no type', {}],
    ['a type that is no text', { type: 1 }],
    ['an operation without payload', { type: 'subscribe', id: 'a' }],
    ['an operation with an empty id', operation({ query: QUERY }, '')],
    ['an operation whose id is no text', operation({ query: QUERY }, 1)],
    ['an operation without a query', operation({})],
    ['an operation whose query is no text', operation({ query: {} })],
    ['an operation whose name is no text', operation({ query: QUERY, operationName: 1 })],
    ['an operation whose variables are no map', operation({ query: QUERY, variables: 'x' })],
    ['an operation whose extensions are no map', operation({ query: QUERY, extensions: 'x' })],
    ['an end without an id', { type: 'complete' }],
    ['a ping whose payload is no map', { type: 'ping', payload: 'x' }],
    ['a beginning whose payload is no map', { type: 'connection_init', payload: 'x' }],
  ])('%s', async (_name, message) => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.send(JSON.stringify(message));
    expect((await within('the close', socket.closed)).code).toBe(4400);
  });

  it.each([
    ['an acknowledgement', { type: 'connection_ack' }],
    ['a frame', { type: 'next', id: 'a', payload: {} }],
    ['an error', { type: 'error', id: 'a', payload: [{ message: 'x' }] }],
  ])('%s, which only a server sends', async (_name, message) => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.send(message);
    expect((await within('the close', socket.closed)).code).toBe(4400);
  });
});

describe('what is no WebSocket frame closes', () => {
  it.each<[string, number, number[]]>([
    ['with 1002 on an opcode that there is not', 1002, [0x8b, 0x80, 0, 0, 0, 0]],
    ['with 1002 on a frame that is not masked', 1002, [0x81, 0x02, 0x7b, 0x7d]],
    ['with 1002 on reserved bits', 1002, [0xf1, 0x80, 0, 0, 0, 0]],
    ['with 1007 on a text that is not UTF-8', 1007, [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]],
    [
      'with 1009 on a length of more than 64 kB, before it has come',
      1009,
      [0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
    ],
  ])('%s', async (_name, code, bytes) => {
    const socket = await TestSocket.signIn(app.url, token);
    (socket.socket as unknown as { _socket: Socket })._socket.write(Buffer.from(bytes));
    expect((await within('the close', socket.closed)).code).toBe(code);
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  });

  it('with 1009 on a message that is larger than 64 kB in all its parts', async () => {
    const socket = await TestSocket.signIn(app.url, token);
    for (let part = 0; part < 66; part++) socket.socket.send('x'.repeat(1_000), { fin: part === 65 });
    expect((await within('the close', socket.closed)).code).toBe(1009);
  });
});

it('closes the hundred and first socket of a viewer with 1013, and lets others in', async () => {
  const [{ token: busy } = { token: '' }, { token: other } = { token: '' }] = app.personas.filter(
    ({ capacity }) => capacity === 'PROFESSIONAL',
  );
  const sockets = await Promise.all(Array.from({ length: 100 }, () => TestSocket.signIn(app.url, busy)));
  const beyond = await TestSocket.open(app.url);
  beyond.send({ type: 'connection_init', payload: { authorization: `Bearer ${busy}` } });
  expect((await within('the close', beyond.closed)).code).toBe(1013);
  await (await TestSocket.signIn(app.url, other)).close();
  await sockets[0]!.close();
  await until('the place that is free again is given', async () => {
    const again = await TestSocket.signIn(app.url, busy).catch(() => null);
    again?.socket.terminate();
    return again !== null;
  });
  for (const { socket } of sockets) socket.terminate();
});

describe('the order of messages', () => {
  it('answers a ping before the beginning, with its payload or without', async () => {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'ping' });
    socket.send({ type: 'ping', payload: { at: 1 } });
    expect([await socket.next(), await socket.next()]).toEqual([
      { type: 'pong' },
      { type: 'pong', payload: { at: 1 } },
    ]);
    await socket.close();
  });

  it('acknowledges without a payload, and nothing else is said unasked', async () => {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    expect((await socket.marker()).type).toBe('pong');
    await socket.close();
  });

  it('hears a pong that nobody asked for, and the end of what never began', async () => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.send({ type: 'pong' });
    socket.send({ type: 'complete', id: 'unknown' });
    expect((await socket.marker()).type).toBe('pong');
    await socket.close();
  });

  it('closes with 4401 on an operation between beginning and acknowledgement', async () => {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    socket.subscribe('early', QUERY);
    expect((await within('the close', socket.closed)).code).toBe(4401);
  });

  it('closes with 4403 on a beginning without a payload', async () => {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'connection_init' });
    expect((await within('the close', socket.closed)).code).toBe(4403);
  });

  it('gives each operation its own answers under its own id, and ends each once', async () => {
    const socket = await TestSocket.signIn(app.url, token);
    for (const id of ['one', 'two', 'ö “quoted”']) socket.subscribe(id, QUERY);
    const messages = [];
    for (let at = 0; at < 6; at++) messages.push(await socket.next());
    for (const id of ['one', 'two', 'ö “quoted”'])
      expect(messages.filter((message) => message.id === id).map(({ type }) => type)).toEqual(['next', 'complete']);
    expect((await socket.marker()).type).toBe('pong');
    await socket.close();
  });

  it('ends an operation that is refused with its error alone', async () => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', 'subscription { nothing }');
    expect((await socket.next()).type).toBe('error');
    expect((await socket.marker()).type).toBe('pong');
    socket.subscribe('a', QUERY);
    expect((await socket.next()).type).toBe('next');
    await socket.close();
  });
});

describe('queries and mutations', () => {
  const ask = async (payload: object) => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.send(operation(payload));
    const frame = await socket.frame('a');
    expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
    await socket.close();
    return frame;
  };

  it('runs the operation that is named', async () => {
    const query = 'query One { viewer { id } } query Two { viewer { capacity } }';
    expect((await ask({ query, operationName: 'Two' })).data).toEqual({ viewer: { capacity: 'COORDINATOR' } });
  });

  it('refuses to guess among several', async () => {
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', 'query One { viewer { id } } query Two { viewer { id } }');
    expect(JSON.stringify(await socket.next())).toContain('OPERATION_RESOLUTION_FAILURE');
    await socket.close();
  });

  it.each([
    ['a missing variable', { query: 'query ($id: ID!) { case(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    ['a case that is unknown', { query: '{ case(id: "00000000-0000-4000-8000-000000000000") { id } }' }, 'NOT_FOUND'],
  ])('answers %s as over HTTP', async (_name, payload, code) => {
    const { errors } = await ask(payload);
    expect(errors?.[0]?.extensions.code).toBe(code);
    const { errors: overHttp } = await app.ask(token, payload.query);
    expect(overHttp?.[0]?.extensions.code).toBe(code);
  });

  it('changes something, tells the result, and does it once under one request id', async () => {
    const { seen, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
    const query = `mutation ($id: ID!, $version: Int!) { updateAction(input: {
      requestId: "over-the-socket", actionId: $id, expectedVersion: $version, status: DONE }) { id status version } }`;
    const { data } = await ask({
      query: 'query ($id: ID!) { node(id: $id) { ... on Action { version } } }',
      variables: { id: actionId },
    });
    const variables = { id: actionId, version: data?.['node']?.['version'] };
    const changed = await ask({ query, variables });
    expect(changed.data?.['updateAction']).toMatchObject({ id: actionId, status: 'DONE' });
    expect((await ask({ query, variables })).data).toEqual(changed.data);
    expect(seen.plan).not.toBeNull();
  });

  it('refuses a change that the capacity may not make', async () => {
    const { token: guardian } = app.persona({ municipality: 'Vellinge', capacity: 'GUARDIAN' });
    const socket = await TestSocket.signIn(app.url, guardian);
    const id = '00000000-0000-4000-8000-000000000000';
    socket.subscribe('a', `mutation { holdBack(pieceId: "${id}") { id } }`);
    expect((await socket.frame('a')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await socket.close();
  });
});

describe('what the stock client makes of a close', () => {
  it.each([
    ['comes back', [1001, 1012, 1013, 4403, 4408]],
    ['gives up', [4400, 4401, 4406, 4409, 4429, 4500]],
  ])('%s', async (outcome, codes) => {
    for (const code of codes) {
      let connections = 0;
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
      const again = new Promise<string>((resolve) => {
        server.on('connection', (socket) => {
          connections += 1;
          if (connections === 2) resolve('comes back');
          socket.on('message', () => socket.close(code, 'x'));
        });
      });
      await new Promise((resolve) => server.once('listening', resolve));
      const client = createClient({
        url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
        webSocketImpl: WebSocket,
        retryWait: () => Promise.resolve(),
      });
      const failed = new Promise<string>((resolve) => {
        client.subscribe(
          { query: QUERY },
          { next: () => undefined, error: () => resolve('gives up'), complete: () => undefined },
        );
      });
      expect([code, await within('an outcome', Promise.race([again, failed]))]).toEqual([code, outcome]);
      // Rejects with the close that the test is about.
      await Promise.resolve(client.dispose()).catch(() => undefined);
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('is sent away with 1012 when the server stops, and lets nobody in after that', async () => {
    const other = await startTestApp({ database: app.database });
    const socket = await TestSocket.signIn(other.url, token);
    await other.stopServer();
    expect((await within('the close', socket.closed)).code).toBe(1012);
    await expect(TestSocket.open(other.url)).rejects.toThrow();
  });
});
