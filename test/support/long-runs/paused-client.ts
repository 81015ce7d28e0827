import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TestApp } from '../app.js';
import { within } from '../event.js';
import { TestSocket } from '../socket.js';
import { BATCH, cursorIn, LARGE, planBatches, SMALL, STREAMS } from './plan-batches.js';

export interface PausedClient {
  readonly changes: number;
  /** Bytes that the process, servers and clients together, held more at most while the clients were paused. */
  readonly grownBy: number;
  /** With which the socket was closed. */
  readonly code: number;
  /** Changes that each of the paused clients was told of before it was cut. */
  readonly told: { readonly socket: number; readonly eventStream: number };
  /** What they were told of in another order, twice, or at a place that is none, resumption included. */
  readonly wrong: number;
  readonly seconds: number;
}

/**
 * A socket and an event stream whose clients stop reading, while changes are written and another client goes on; then they
 * read on, and the socket's client comes back.
 *
 * @param changes to be written meanwhile; what is needed to fill all buffers and queues is some 300
 */
export async function pausedClient(
  app: TestApp,
  { changes, did = () => undefined }: { readonly changes: number; readonly did?: (more: number) => void },
): Promise<PausedClient> {
  const started = performance.now();
  const { token, caseId, all, batch, close } = await planBatches(app);
  const slow = await TestSocket.signIn(app.url, token);
  try {
    for (let at = 0; at < STREAMS; at++) slow.subscribe(`s${at}`, LARGE, { caseId });
    const eventStream = await openEventStream(app.url, token, caseId);
    // Who subscribes is told of nothing before a change that comes after it: the answer to the ping comes after both began.
    await slow.marker();
    const unseen = all.length;
    await batch(1);
    for (let at = 0; at < STREAMS; at++) await slow.next();
    await within('the first event', eventStream.first);
    slow.socket.pause();
    eventStream.response.pause();

    const held = memoryInUse();
    let grownBy = 0;
    for (let written = 0; written < changes; written += BATCH) {
      await batch(BATCH);
      did(BATCH);
      if (written % (5 * BATCH) === 0) grownBy = Math.max(grownBy, memoryInUse() - held);
    }

    slow.socket.resume();
    eventStream.response.resume();
    const { code } = await within('the close', slow.closed, 20_000);
    await within('the end of the event stream', eventStream.ended, 20_000);
    const [toSocket, toEvents] = [[all[unseen] ?? ''], eventStream.cursors()];
    for (let rest = slow.taken(); rest !== undefined; rest = slow.taken())
      if (rest.type === 'next' && rest.id === 's0') toSocket.push(cursorIn(JSON.stringify(rest)));
    const told = { socket: toSocket.length, eventStream: toEvents.length };

    const again = await TestSocket.signIn(app.url, token);
    again.subscribe('a', SMALL, { caseId, after: toSocket.at(-1) });
    while (toSocket.at(-1) !== all.at(-1)) toSocket.push(cursorIn(JSON.stringify(await again.frame('a'))));
    const extra = (await again.marker()).type === 'pong' ? 0 : 1;
    await again.close();
    // What waited was told as one, at the place of the newest: each list is in the order of all, and in it once.
    const wrong = [toSocket, toEvents].flatMap((list) => {
      const places = list.map((cursor) => all.indexOf(cursor, unseen));
      return places.filter((place, at) => place <= (places[at - 1] ?? -1));
    });
    return {
      changes: all.length - unseen - 1,
      grownBy,
      code,
      told,
      wrong: wrong.length + extra,
      seconds: (performance.now() - started) / 1_000,
    };
  } finally {
    slow.socket.terminate();
    await close();
  }
}

/** An event stream over HTTP; it reads until its response is paused. */
async function openEventStream(url: string, token: string, caseId: string) {
  const asked = request(`${url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  asked.end(JSON.stringify({ query: LARGE, variables: { caseId } }));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  // Cut by the server: what had come until then counts.
  response.on('error', () => undefined);
  const ended = new Promise((resolve) => response.once('close', resolve));
  const first = new Promise<void>((resolve) => {
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (chunk.includes('event: next')) resolve();
    });
  });
  const cursors = (): string[] => {
    const events = Buffer.concat(chunks).toString().split('\n\n').slice(0, -1);
    return events.filter((event) => event.startsWith('event: next')).map(cursorIn);
  };
  return { response, first, ended, cursors };
}

/** Bytes that the process holds after a collection, and another one: keys and buffers are given back by what the first one runs. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
