import { WebSocket } from 'ws';

/** One who follows a case, and what it needs to come back. */
interface Member {
  readonly token: string;
  readonly caseId: string;
  cursor: string | null;
  socket: WebSocket | null;
}

/** Milliseconds, as the stock client waits before it comes back: at least, and at random beyond that. */
const WAITS = 300;
const WAITS_BEYOND = 700;

/** Clients that come back with their cursor whenever they are cut, as long as there is a server to come back to. */
export class ResumingCrowd {
  readonly #members: Member[] = [];
  readonly #query: string;
  #url: string | null = null;
  /** Told of every frame of changes, by the number of the client and the instant of the frame's snapshot. */
  onFrame: (client: number, at: number) => void = () => undefined;
  /** Cut since the server was named last; what else they were told by it. */
  cuts = 0;
  others = 0;
  /** Streams that said where they begin. */
  started = 0;

  constructor(query: string) {
    this.#query = query;
  }

  get size(): number {
    return this.#members.length;
  }

  add(token: string, caseId: string): number {
    return this.#members.push({ token, caseId, cursor: null, socket: null }) - 1;
  }

  /** All come to this server at once: nothing is gentler to it than what really happens. @param url `null` while there is none */
  moveTo(url: string | null): void {
    this.#url = url;
    this.cuts = 0;
    this.others = 0;
    this.started = 0;
    if (url !== null) for (const client of this.#members.keys()) this.#connect(client);
  }

  leave(): void {
    this.#url = null;
    for (const { socket } of this.#members) socket?.terminate();
  }

  #connect(client: number): void {
    const member = this.#members[client];
    const url = this.#url;
    if (member === undefined || url === null) return;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    member.socket = socket;
    socket.on('open', () => {
      say(socket, { type: 'connection_init', payload: { authorization: `Bearer ${member.token}` } });
    });
    socket.on('message', (data) => this.#hear(client, member, socket, (data as Buffer).toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#url !== url) return;
      this.cuts += 1;
      setTimeout(() => this.#url === url && this.#connect(client), WAITS + Math.random() * WAITS_BEYOND);
    });
  }

  #hear(client: number, member: Member, socket: WebSocket, message: string): void {
    if (message.includes('"type":"connection_ack"')) {
      const variables = { caseId: member.caseId, after: member.cursor };
      say(socket, { type: 'subscribe', id: `s${client}`, payload: { query: this.#query, variables } });
      return;
    }
    // Not parsed: a crowd shares its processor with the server.
    const cursor = /"cursor":"([^"]+)"/.exec(message)?.[1];
    if (cursor !== undefined) member.cursor = cursor;
    if (message.includes('"__typename":"PlanChanged"'))
      this.onFrame(client, Date.parse(/"at":"([^"]+)"/.exec(message)?.[1] ?? ''));
    else if (message.includes('"__typename":"StreamStarted"')) this.started += 1;
    else this.others += 1;
  }
}

function say(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}
