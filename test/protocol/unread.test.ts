import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { until, within } from '../support/event.js';
import { TestSocket } from '../support/socket.js';
import { startHarness, testSchema } from './http-harness.js';

const MEGABYTE = 1_048_576;

/** A frame of a client, with a mask of zeros. */
function frame(first: number, text: string): Buffer {
  const { length } = text;
  const head = length < 126 ? [first, 0x80 | length] : [first, 0x80 | 126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), Buffer.from(text)]);
}

const [TEXT, PING] = [0x81, 0x89];

/** A socket of which nothing is read from its upgrade on. */
async function deafSocket(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    'GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  );
  await once(socket, 'data');
  return socket.pause();
}

const drained = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('drain', resolve));

describe('a socket of which nothing is read', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it.each([
    ['pings of the protocol', frame(TEXT, JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(900) } }))],
    ['pings of the transport', frame(PING, 'x'.repeat(125))],
  ])('is closed however many %s it sends', async (_name, one) => {
    const socket = await deafSocket(app.url);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const many = Buffer.concat(Array.from({ length: Math.ceil(MEGABYTE / one.length) }, () => one));
    let sent = 0;
    for (; sent < 100 && !socket.destroyed; sent++)
      if (!socket.write(many)) await within('room, or the close', Promise.race([drained(socket), closed]));
    await within('the close', closed);
    // What the system keeps for both sides, and no more.
    expect(sent).toBeLessThan(40);
  });

  it('is told nothing large, least of all before it has signed in', async () => {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'ping', payload: { x: 'x' } });
    expect(await socket.next()).toEqual({ type: 'pong', payload: { x: 'x' } });
    socket.send({ type: 'ping', payload: { x: 'x'.repeat(60_000) } });
    expect((await within('the close', socket.closed)).code).toBe(4400);
    expect(socket.taken()).toBeUndefined();
  });
});

describe('an answer of which nothing is read', () => {
  const aWhile = async (): Promise<string> => {
    const since = performance.now();
    await until('a while is over', () => performance.now() - since > 350);
    return 'late';
  };
  const body = Buffer.alloc(64 * MEGABYTE);
  const start = (stillFor: number) =>
    startHarness({
      stillFor,
      routes: [{ path: '/large', handle: () => ({ status: 200, headers: {}, body }) }],
      schema: testSchema({ slow: aWhile }),
    });

  it('is closed when it has made no progress for a while', async () => {
    const server = await start(300);
    const served = once(server.server, 'connection') as Promise<[Socket]>;
    const client = connect(Number(new URL(server.url).port), '127.0.0.1').pause();
    client.on('error', () => undefined);
    client.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    const [connection] = await served;
    await within('the close', once(connection, 'close'));
    expect(connection.destroyed).toBe(true);
    client.destroy();
    await server.stop();
  });

  it('goes on for whoever reads slowly', async () => {
    const server = await start(2_000);
    const response = await fetch(`${server.url}/large`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let read = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const before = Math.floor(read / (8 * MEGABYTE));
      read += part.value.byteLength;
      if (Math.floor(read / (8 * MEGABYTE)) > before) await server.ask({ query: '{ slow }' });
    }
    expect(read).toBe(body.byteLength);
    await server.stop();
  });
});
