import { startTestApp } from '../app.js';
import type { TestApp } from '../app.js';
import { changing } from '../changes.js';
import type { TestDatabase } from '../database.js';
import { within } from '../event.js';
import { PLAN_STREAM, planSeenBy } from '../plan-stream.js';
import { TestSocket } from '../socket.js';
import type { NextPayload } from '../socket.js';
import { random } from './random.js';

export interface CutAtRandom {
  readonly changes: number;
  readonly cuts: number;
  /** Subscribers who received anything else than what was written, in its order. */
  readonly wrong: number;
  readonly seconds: number;
}

/**
 * Subscribers whose sockets are cut at random while changes are written, and while both servers are restarted, one after
 * the other. Each comes back with its last cursor, to whichever server.
 *
 * @param cuts of each subscriber
 */
export async function cutAtRandom(
  database: TestDatabase,
  { subscribers, cuts, limit }: { readonly subscribers: number; readonly cuts: number; readonly limit: number },
): Promise<CutAtRandom> {
  const started = performance.now();
  const servers = [await startTestApp({ database }), await startTestApp({ database })];
  const writer = await changing(database);
  try {
    const { token } = servers[0]!.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
    const { caseId, seen } = await planSeenBy(servers[0]!, token, ({ status }) => status === 'ACTIVE');
    const actions = seen.plan?.goals.flatMap((goal) => goal.actions.map(({ id }) => id)) ?? [];
    const written: string[] = [];
    const write = async (): Promise<void> => {
      const action = actions[written.length % actions.length] ?? '';
      await writer.change(caseId, { ACTION_CHANGED: [action] });
      written.push(action);
    };
    // A hundred sockets of one viewer are the most that a server lets in.
    const tokens = servers[0]!.personas.filter(
      ({ capacity, municipality }) => capacity === 'COORDINATOR' && municipality.name.startsWith('Vellinge'),
    );
    const all = Array.from(
      { length: subscribers },
      (_, at) => new CutSubscriber(servers, tokens[at % tokens.length]?.token ?? token, caseId, random(at + 1)),
    );
    await Promise.all(all.map((one) => one.begin()));
    await write();
    await within('the first change', Promise.all(all.map((one) => one.until(1))), limit);

    const writing = new AbortController();
    const changes = (async () => {
      while (!writing.signal.aborted) await write();
    })();
    const cutting = Promise.all(all.map((one) => one.cutOften(cuts)));
    for (const at of [0, 1]) {
      await servers[at]?.stopServer();
      servers[at] = await startTestApp({ database });
    }
    await within('all cuts', cutting, limit);
    writing.abort();
    await changes;
    await within('what was written', Promise.all(all.map((one) => one.until(written.length))), limit);
    const wrong = all.filter(({ received }) => received.join() !== written.join()).length;
    for (const one of all) one.leave();
    return { changes: written.length, cuts: cuts * subscribers, wrong, seconds: (performance.now() - started) / 1_000 };
  } finally {
    await writer.end();
    for (const server of servers) await server.stopServer();
  }
}

/** Comes back until it leaves, each time behind the last frame that it received. */
class CutSubscriber {
  readonly received: string[] = [];
  #cursor: string | undefined;
  #socket: TestSocket | null = null;
  readonly #leaving = new AbortController();
  #wanted = Infinity;
  #enough: () => void = () => undefined;

  constructor(
    private readonly servers: readonly TestApp[],
    private readonly token: string,
    private readonly caseId: string,
    private readonly next: () => number,
  ) {}

  async begin(): Promise<void> {
    await this.#connect();
    void this.#follow();
  }

  /** Until so many frames have come. */
  until(count: number): Promise<void> {
    this.#wanted = count;
    return this.received.length >= count ? Promise.resolve() : new Promise((resolve) => (this.#enough = resolve));
  }

  async cutOften(cuts: number): Promise<void> {
    for (let cut = 0; cut < cuts; cut++) {
      await new Promise((resolve) => setTimeout(resolve, 20 + 200 * this.next()));
      this.#socket?.socket.terminate();
    }
  }

  leave(): void {
    this.#leaving.abort();
    this.#socket?.socket.terminate();
  }

  async #connect(): Promise<void> {
    for (let socket: TestSocket | null = null; socket === null && !this.#leaving.signal.aborted;) {
      const server = this.servers[Math.floor(this.next() * this.servers.length)];
      socket = await TestSocket.signIn(server?.url ?? '', this.token).catch(() => null);
      if (socket === null) await new Promise((resolve) => setTimeout(resolve, 50));
      this.#socket = socket;
    }
    this.#socket?.subscribe('a', PLAN_STREAM, { caseId: this.caseId, after: this.#cursor });
  }

  async #follow(): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      const socket = this.#socket;
      if (socket === null) return;
      const gone = socket.closed.then(() => null);
      for (let message = await Promise.race([socket.next(Infinity), gone]); message !== null;) {
        if (message.type === 'next') this.#hear(message.payload as NextPayload);
        // What had come before the cut counts as received too, as it would to a real client.
        message = socket.taken() ?? (await Promise.race([socket.next(Infinity), gone]));
      }
      await this.#connect();
    }
  }

  #hear({ data }: NextPayload): void {
    const { cursor, changedActionIds } = data?.['planChanged'] as { cursor: string; changedActionIds: string[] };
    this.#cursor = cursor;
    this.received.push(changedActionIds.join());
    if (this.received.length >= this.#wanted) this.#enough();
  }
}
