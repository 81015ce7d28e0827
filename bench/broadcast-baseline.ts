import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Turn } from '../src/changes/frame.js';
import { CURSOR_PLACE } from '../src/changes/frame.js';
import { writeCursorState } from '../src/changes/cursor-state.js';
import { CursorCodec } from '../src/crypto/cursor.js';
import { textOf } from '../src/api/frame-text.js';
import type { FormattedResult, FrameText } from '../src/api/frame-text.js';
import { FrameIterator } from '../src/api/subscription.js';
import { send } from '../src/http/ws-connection.js';
import { obey, used } from './child.js';

/** The stage from executed to socket, and a raw broadcast of the same bytes over the same sockets. */
export type StageOrder =
  | { readonly do: 'LISTEN'; readonly rooms: number; readonly result: FormattedResult }
  | { readonly do: 'RAW'; readonly events: number }
  | { readonly do: 'STAGE'; readonly events: number }
  | { readonly do: 'USED' };

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const codec = new CursorCodec(Buffer.alloc(32, 1));
let rooms: Room[] = [];
let bytes = Buffer.alloc(0);

/** Those who follow one case: each a stream of its own, as over a real subscription. */
class Room {
  readonly members: WebSocket[] = [];
  #tell: ((turn: Turn) => void)[] = [];
  #done = 0;
  #all: () => void = () => undefined;
  #executed: FormattedResult = {};
  #text: FrameText | null = null;

  join(socket: WebSocket, id: number): void {
    this.members.push(socket);
    // Sealed before a frame is executed, and so no part of this stage.
    const place = { generation: GENERATION, from: id, position: id, index: 0, fingerprint: '-'.repeat(16) };
    const cursor = codec.seal(`${GENERATION} PlanChanged ${GENERATION}`, writeCursorState(place));
    const groups = {
      deliver: () => {
        this.#text ??= textOf(this.#executed);
        return Promise.resolve({ text: this.#text, cursor });
      },
    };
    const envelope = {
      head: Buffer.from(`{"id":"subscription-${id}","type":"next","payload":`),
      tail: Buffer.from('}'),
    };
    const next = (): Promise<IteratorResult<Turn>> =>
      new Promise((resolve) => this.#tell.push((turn) => resolve({ done: false, value: turn })));
    const deliveries = new FrameIterator({ next }, {} as never, {
      groups: groups as never,
      elapsed: () => 0,
      outlet: { envelope, send: (message) => send(socket, message).then(() => this.#sent()) },
      onFault: (error) => {
        throw error;
      },
    });
    void deliveries.next();
  }

  /** Resolves when the last member's socket took it. */
  async stage(result: FormattedResult): Promise<void> {
    this.#executed = result;
    this.#text = null;
    this.#done = 0;
    const all = new Promise<void>((resolve) => (this.#all = resolve));
    const turn = { caseId: null, take: () => '', execute: () => Promise.resolve(null), repeat: () => false };
    for (const tell of this.#tell.splice(0)) tell(turn);
    await all;
    // The last of them asks for the next turn in a moment.
    await new Promise(setImmediate);
  }

  async raw(message: Buffer): Promise<void> {
    await Promise.all(
      this.members.map(
        (socket) => new Promise<void>((resolve) => socket.send(message, { binary: false }, () => resolve())),
      ),
    );
  }

  #sent(): void {
    this.#done += 1;
    if (this.#done === this.members.length) this.#all();
  }
}

const GENERATION = '00000000-0000-4000-8000-000000000000';
let executed: FormattedResult = {};

async function broadcast(events: number, tell: (room: Room) => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await Promise.all(
    rooms.map(async (room) => {
      for (let at = 0; at < events; at++) await tell(room);
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function act(order: StageOrder): Promise<unknown> {
  if (order.do === 'USED') return used();
  if (order.do === 'RAW') return broadcast(order.events, (room) => room.raw(bytes));
  if (order.do === 'STAGE') return broadcast(order.events, (room) => room.stage(executed));
  rooms = Array.from({ length: order.rooms }, () => new Room());
  executed = order.result;
  bytes = Buffer.from(`{"id":"subscription-0","type":"next","payload":${JSON.stringify(executed)}}`);
  executed = JSON.parse(JSON.stringify(executed), (key, value: unknown) =>
    key === 'cursor' ? CURSOR_PLACE : value,
  ) as FormattedResult;
  let joined = 0;
  sockets.on('connection', (socket) => {
    rooms[joined % rooms.length]?.join(socket, joined);
    joined += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

obey(act, async () => {
  for (const socket of sockets.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});
