import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { within } from '../support/event.js';
import { planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

const CHANGES = 370;
/** Large frames, so that few of them fill what the operating system buffers. */
const LARGE = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  ... on PlanChanged { cursor ${Array.from({ length: 25 }, (_, at) => `p${at}: plan { ...Whole }`).join(' ')} } } }
  fragment Whole on Plan { id goals { id inOwnWords inProfessionalWords holder { id name kind }
    actions { id what version status holder { id name kind } } } }`;
const SMALL = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  ... on PlanChanged { cursor } } }`;

let app: TestApp;
let writer: Changing;
beforeAll(async () => {
  app = await startTestApp();
  writer = await changing(app.database);
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

/** Bytes that the process holds, client and server together, after a collection. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function cursorOf(socket: TestSocket): Promise<string> {
  const message = await socket.next(20_000);
  const { data } = message.payload as { data: { planChanged: { cursor: string } } };
  return data.planChanged.cursor;
}

it('sends a client that does not read away with a code after which it comes back, and loses nothing of its changes', async () => {
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const { caseId: otherCase, planId } = await planSeenBy(
    app,
    token,
    ({ id, status }) => status === 'ACTIVE' && id !== caseId,
  );
  const [slow, other] = await Promise.all([TestSocket.signIn(app.url, token), TestSocket.signIn(app.url, token)]);
  slow.subscribe('a', LARGE, { caseId });
  other.subscribe('b', SMALL, { caseId: otherCase });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const first = await cursorOf(slow);
  slow.socket.pause();
  const before = memoryInUse();

  await writer.client.query(
    `with locked as (update sig.case_file set seq = seq + $2 where id = $1 returning seq)
      insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
      select gen_random_uuid(), $1, seq - n, 'ACTION_CHANGED', $3, sig.now() from locked, generate_series(0, $2 - 1) n`,
    [caseId, CHANGES, JSON.stringify([actionId])],
  );
  // Others are told as ever while the one does not read.
  await writer.change(otherCase, { PLAN_CHANGED: [planId] });
  await cursorOf(other);
  // Places wait in the queue, never what is made of them: ten megabytes is far more than 256 of those.
  expect(memoryInUse() - before).toBeLessThan(10_000_000);

  slow.socket.resume();
  expect(await within('the close', slow.closed, 20_000)).toMatchObject({ code: 1013 });
  const cursors = [first];
  for (let rest = slow.taken(); rest !== undefined; rest = slow.taken())
    cursors.push((rest.payload as { data: { planChanged: { cursor: string } } }).data.planChanged.cursor);
  expect(cursors.length).toBeLessThan(CHANGES);

  const again = await TestSocket.signIn(app.url, token);
  again.subscribe('a', SMALL, { caseId, after: cursors.at(-1) });
  while (cursors.length <= CHANGES) cursors.push(await cursorOf(again));
  expect(new Set(cursors).size).toBe(CHANGES + 1);
  expect((await again.marker()).type).toBe('pong');
  await Promise.all([again.close(), other.close()]);
}, 90_000);
