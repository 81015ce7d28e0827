import { startTestApp } from '../app.js';
import type { TestApp } from '../app.js';
import { changing } from '../changes.js';
import type { TestDatabase } from '../database.js';
import { until, within } from '../event.js';
import { casesOf, PLAN_STREAM } from '../plan-stream.js';
import { TestSocket } from '../socket.js';
import type { NextPayload } from '../socket.js';
import { isAllTold } from '../told-as-one.js';
import { random } from './random.js';

export interface CutAtRandom {
  readonly changes: number;
  readonly cuts: number;
  /** Different sets of actions that subscribers may see. */
  readonly rights: number;
  /** Subscribers to whom anything of what they may see was not told, twice or out of order. */
  readonly wrong: number;
  readonly seconds: number;
}

export interface CutAtRandomOptions {
  readonly subscribers: number;
  readonly cuts: number;
  /** Milliseconds. */
  readonly limit: number;
  readonly did?: () => void;
}

/** Somebody who follows the plan, with the actions in it that are open to them. */
interface CutViewer {
  readonly token: string;
  readonly sees: ReadonlySet<string>;
}

/**
 * Subscribers whose sockets are cut at random while changes are written, and while both servers are restarted, one after
 * the other. Each comes back with its last cursor, to whichever server. They do not all see the same of what is written.
 *
 * @param cuts of each subscriber
 * @param did told of each cut
 */
export async function cutAtRandom(
  database: TestDatabase,
  { subscribers, cuts, limit, did = () => undefined }: CutAtRandomOptions,
): Promise<CutAtRandom> {
  const started = performance.now();
  const servers = [await startTestApp({ database }), await startTestApp({ database })];
  const writer = await changing(database);
  try {
    const { caseId, viewers } = await followedAlike(servers[0]!);
    const actions = [...new Set(viewers.flatMap(({ sees }) => [...sees]))];
    const written: string[] = [];
    const write = async (): Promise<void> => {
      const action = actions[written.length % actions.length] ?? '';
      await writer.change(caseId, { ACTION_CHANGED: [action] });
      written.push(action);
    };
    const all = Array.from(
      { length: subscribers },
      (_, at) => new CutSubscriber(servers, viewers[at % viewers.length]!, caseId, random(at + 1)),
    );
    const owed = ({ viewer: { sees } }: CutSubscriber): string[] => written.filter((action) => sees.has(action));
    await Promise.all(all.map((one) => one.begin()));
    for (const _ of actions) await write();
    const isTold = (one: CutSubscriber): boolean => isAllTold(owed(one), one.received);
    await until('the first changes', () => all.every(isTold), limit);

    const writing = new AbortController();
    const changes = (async () => {
      while (!writing.signal.aborted) await write();
    })();
    const cutting = Promise.all(all.map((one) => one.cutOften(cuts, did)));
    for (const at of [0, 1]) {
      await servers[at]?.stopServer();
      servers[at] = await startTestApp({ database });
    }
    await within('all cuts', cutting, limit);
    writing.abort();
    await changes;
    // Whoever was told something wrong waits in vain.
    await until('what was written', () => all.every(isTold), limit).catch(() => undefined);
    const wrong = all.filter((one) => !isTold(one)).length;
    const rights = new Set(all.map(({ viewer: { sees } }) => [...sees].sort().join())).size;
    for (const one of all) one.leave();
    const seconds = (performance.now() - started) / 1_000;
    return { changes: written.length, cuts: cuts * subscribers, rights, wrong, seconds };
  } finally {
    await writer.end();
    for (const server of servers) await server.stopServer();
  }
}

/** The active case whose plan the most see, and not all of them the same of it. */
async function followedAlike(app: TestApp): Promise<{ caseId: string; viewers: readonly CutViewer[] }> {
  const byCase = new Map<string, CutViewer[]>();
  for (const { token } of app.personas) {
    for (const { id, status, plan } of await casesOf(app, token)) {
      const sees = new Set(plan?.goals.flatMap(({ actions }) => actions.map((action) => action.id)));
      if (status === 'ACTIVE' && sees.size > 0) byCase.set(id, [...(byCase.get(id) ?? []), { token, sees }]);
    }
  }
  const differ = ([, viewers]: [string, CutViewer[]]): boolean =>
    new Set(viewers.map(({ sees }) => sees.size)).size > 1;
  const [found] = [...byCase].filter(differ).sort(([, a], [, b]) => b.length - a.length);
  if (found === undefined) throw new Error('All who see a plan see the same of it');
  const alike = [...Map.groupBy(found[1], ({ sees }) => [...sees].sort().join()).values()];
  // In turns, so that however few subscribe do not see the same.
  const rounds = Array.from({ length: Math.max(...alike.map(({ length }) => length)) }, (_, at) => at);
  return { caseId: found[0], viewers: rounds.flatMap((at) => alike.flatMap((viewers) => viewers[at] ?? [])) };
}

/** Comes back until it leaves, each time behind the last frame that it received. */
class CutSubscriber {
  readonly received: string[][] = [];
  #cursor: string | undefined;
  #socket: TestSocket | null = null;
  readonly #leaving = new AbortController();

  constructor(
    private readonly servers: readonly TestApp[],
    readonly viewer: CutViewer,
    private readonly caseId: string,
    private readonly next: () => number,
  ) {}

  async begin(): Promise<void> {
    await this.#connect();
    void this.#follow();
  }

  async cutOften(cuts: number, did: () => void): Promise<void> {
    for (let cut = 0; cut < cuts; cut++) {
      await new Promise((resolve) => setTimeout(resolve, 20 + 200 * this.next()));
      this.#socket?.socket.terminate();
      did();
    }
  }

  leave(): void {
    this.#leaving.abort();
    this.#socket?.socket.terminate();
  }

  async #connect(): Promise<void> {
    for (let socket: TestSocket | null = null; socket === null && !this.#leaving.signal.aborted;) {
      const server = this.servers[Math.floor(this.next() * this.servers.length)];
      socket = await TestSocket.signIn(server?.url ?? '', this.viewer.token).catch(() => null);
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
    this.received.push(changedActionIds);
  }
}
