import { WebSocket } from 'ws';
import { within } from './event.js';

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

export interface NextPayload {
  readonly data?: Record<string, Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly reason?: string };
  }[];
  readonly extensions?: { readonly withheld: readonly { readonly path: string[]; readonly reason: string }[] };
}

/** A socket that speaks the protocol by hand: every message in order, and the code of the close. */
export class TestSocket {
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #messages: Message[] = [];
  readonly #waiting: ((message: Message) => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(String(data)) as Message;
      const waiting = this.#waiting.shift();
      if (waiting) waiting(message);
      else this.#messages.push(message);
    });
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  /** @throws Error naming the HTTP status when the upgrade is refused */
  static async open(
    url: string,
    options: { protocol?: string; headers?: Record<string, string>; path?: string } = {},
  ): Promise<TestSocket> {
    const { protocol = 'graphql-transport-ws', headers = {}, path = '/graphql' } = options;
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocol, { headers });
    const opened = new TestSocket(socket);
    await within(
      'an open socket',
      new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject)),
    );
    return opened;
  }

  /** Open and acknowledged. */
  static async signIn(url: string, token: string, headers: Record<string, string> = {}): Promise<TestSocket> {
    const socket = await TestSocket.open(url, { headers });
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    const { type } = await socket.next();
    if (type !== 'connection_ack') throw new Error(`Not acknowledged: ${type}`);
    return socket;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } });
  }

  /** @param limit milliseconds; `Infinity` for whoever waits for the close too, so that no timer outlives the test */
  next(limit?: number): Promise<Message> {
    const message = this.#messages.shift();
    if (message) return Promise.resolve(message);
    const waited = new Promise<Message>((resolve) => this.#waiting.push(resolve));
    return limit === Infinity ? waited : within('a message', waited, limit);
  }

  /** What has come and was not asked for yet. */
  taken(): Message | undefined {
    return this.#messages.shift();
  }

  /** The next message, which is a frame of that operation. */
  async frame(id: string): Promise<NextPayload> {
    const message = await this.next();
    if (message.type !== 'next' || message.id !== id)
      throw new Error(`Not a frame of ${id}: ${JSON.stringify(message).slice(0, 500)}`);
    return message.payload as NextPayload;
  }

  /** An answer that can only come after everything sent before it: nothing else may have come in between. */
  async marker(): Promise<Message> {
    this.send({ type: 'ping', payload: { marker: true } });
    return this.next();
  }

  async close(): Promise<void> {
    this.socket.close();
    await within('the close', this.closed);
  }
}
