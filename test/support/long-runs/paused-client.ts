import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TestApp } from '../app.js';
import { changing } from '../changes.js';
import { within } from '../event.js';
import { planSeenBy } from '../plan-stream.js';
import { TestSocket } from '../socket.js';

export interface PausedClient {
  readonly changes: number;
  /** Bytes that the process, servers and clients together, held more at most while the clients were paused. */
  readonly grownBy: number;
  /** With which the socket was closed. */
  readonly code: number;
  /** Changes that each of the paused clients was told of before it was cut. */
  readonly told: { readonly socket: number; readonly eventStream: number };
  /** What they were told of in another order, twice or not at all, resumption included. */
  readonly wrong: number;
  /** Milliseconds from the commit of {@link BATCH} changes to the last frame of a client that reads, at the median. */
  readonly others: { readonly before: number; readonly meanwhile: number };
  readonly seconds: number;
}

/** Few enough that nobody who reads falls behind. */
const BATCH = 20;
/** Several on the one socket, so that few changes fill what the operating system buffers for it. */
const STREAMS = 4;
/** Large frames, for the same reason. */
const LARGE = `subscription ($caseId: ID) { planChanged(caseId: $caseId) {
  ... on PlanChanged { cursor ${Array.from({ length: 25 }, (_, at) => `p${at}: plan { ...Whole }`).join(' ')} } } }
  fragment Whole on Plan { id goals { id inOwnWords inProfessionalWords holder { id name kind }
    actions { id what version status holder { id name kind } } } }`;
const SMALL = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  ... on PlanChanged { cursor } } }`;
const CURSOR = /"cursor":"([^"]+)"/;

/**
 * A socket and an event stream whose clients stop reading, while changes are written and another client goes on; then they
 * read on, and the socket's client comes back.
 *
 * @param changes to be written meanwhile; what is needed to fill all buffers and queues is some 300
 */
export async function pausedClient(app: TestApp, { changes }: { readonly changes: number }): Promise<PausedClient> {
  const started = performance.now();
  const writer = await changing(app.database);
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const reader = await TestSocket.signIn(app.url, token);
  const slow = await TestSocket.signIn(app.url, token);
  try {
    reader.subscribe('r', SMALL, { caseId });
    const all: string[] = [];
    const batch = async (size: number): Promise<number> => {
      await writer.client.query(
        `with locked as (update sig.case_file set seq = seq + $2 where id = $1 returning seq)
          insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
          select gen_random_uuid(), $1, seq - n, 'ACTION_CHANGED', $3, sig.now() from locked, generate_series(0, $2 - 1) n`,
        [caseId, size, JSON.stringify([actionId])],
      );
      const committed = performance.now();
      await writer.client.query(`notify sig_changes, 'committed'`);
      for (let frame = 0; frame < size; frame++) all.push(cursorIn(JSON.stringify(await reader.frame('r'))));
      return performance.now() - committed;
    };
    const before: number[] = [];
    for (let at = 0; at < 5; at++) before.push(await batch(BATCH));

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
    const meanwhile: number[] = [];
    while (all.length - unseen - 1 < changes) {
      meanwhile.push(await batch(BATCH));
      if (meanwhile.length % 5 === 0) grownBy = Math.max(grownBy, memoryInUse() - held);
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
    while (toSocket.length < all.length - unseen) toSocket.push(cursorIn(JSON.stringify(await again.frame('a'))));
    const extra = (await again.marker()).type === 'pong' ? 0 : 1;
    await again.close();
    const wrong = [toSocket, toEvents].flatMap((list) => list.filter((cursor, at) => cursor !== all[unseen + at]));
    return {
      changes: all.length - unseen - 1,
      grownBy,
      code,
      told,
      wrong: wrong.length + extra,
      others: { before: median(before), meanwhile: median(meanwhile) },
      seconds: (performance.now() - started) / 1_000,
    };
  } finally {
    slow.socket.terminate();
    await Promise.all([reader.close(), writer.end()]);
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

function cursorIn(text: string): string {
  return CURSOR.exec(text)?.[1] ?? '';
}

/** Bytes that the process holds after a collection. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);
}
