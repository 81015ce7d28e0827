import { WAITS } from '../../src/storage/waits.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { createTestDatabase } from '../support/database.js';
import { until, within } from '../support/event.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { startSilentProxy } from '../support/silent-proxy.js';
import type { SilentProxy } from '../support/silent-proxy.js';
import { TestSocket } from '../support/socket.js';

/** As the server waits, only shorter. */
const SHORT = {
  ...WAITS,
  reader: { ...WAITS.reader, connection: 2_500, answer: 2_000 },
  telling: { ...WAITS.telling, connection: 1_000, answer: 1_000, idleSession: 2_500, unused: 1_500 },
  silence: 3_000,
};

let proxy: SilentProxy;
/** The first one numbers the changes, and reaches the database through the proxy. */
let [first, second]: TestApp[] = [];
let writer: Changing;
let seen: { token: string; caseId: string; actionId: string };

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  proxy = await startSilentProxy(database);
  first = await startTestApp({ database: proxy.database, waits: SHORT });
  second = await startTestApp({ database });
  writer = await changing(database);
  const { token } = first.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  seen = { token, ...(await planSeenBy(first, token, ({ status }) => status === 'ACTIVE')) };
}, 60_000);
afterAll(async () => {
  proxy.pass();
  await writer.end();
  await first?.stopServer();
  await second?.stopServer();
  await proxy.stop();
  await proxy.database.drop();
});

const change = (): Promise<void> => writer.change(seen.caseId, { ACTION_CHANGED: [seen.actionId] });

async function following(app: TestApp): Promise<TestSocket> {
  const socket = await TestSocket.signIn(app.url, seen.token);
  socket.subscribe('a', PLAN_STREAM, { caseId: seen.caseId });
  await socket.marker();
  await change();
  await socket.frame('a');
  return socket;
}

const ready = async (app: TestApp): Promise<string> => (await fetch(`${app.url}/health/ready`)).text();

it('tells the subscribers of both servers when the connections of the one that numbers go silent', async () => {
  const [here, there] = [await following(first!), await following(second!)];
  proxy.silence('OPEN');
  await change();
  expect((await there.next(20_000)).type).toBe('next');
  // Here the turn itself may have met a silent connection: who is sent away comes back and is told.
  const told = Promise.race([here.next(Infinity).then(({ type }) => type), here.closed.then(({ code }) => code)]);
  expect(['next', 1013]).toContain(await within('a frame or the close', told, 20_000));
  here.socket.terminate();
  await there.close();
}, 60_000);

it('answers again after every connection went silent under way', async () => {
  const ask = () => first!.ask(seen.token, '{ viewer { id } cases(first: 1) { totalCount } }');
  await Promise.all(Array.from({ length: 20 }, ask));
  proxy.silence('OPEN');
  const asked = await within('answers', Promise.all(Array.from({ length: 20 }, ask)));
  const codes = asked.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
  expect(new Set(codes)).toEqual(new Set(['INTERNAL', 'OK']));
  expect((await ask()).errors).toBeUndefined();
}, 60_000);

it('sends its subscribers away when it hears of no changes, says that it is not ready, and takes them back afterwards', async () => {
  const socket = await following(first!);
  proxy.silence('ALL');
  expect(await within('the close', socket.closed)).toMatchObject({ code: 1013 });
  await until('it knows', async () => (await ready(first!)) === '{"status":"hears of no changes"}');
  expect(await ready(second!)).toContain('"ready"');
  // Whoever comes here all the same is sent away too, and not told that the stream is over.
  const again = await TestSocket.signIn(first!.url, seen.token);
  again.subscribe('a', PLAN_STREAM, { caseId: seen.caseId });
  expect(await within('the close', again.closed)).toMatchObject({ code: 1013 });
  expect(again.taken()).toBeUndefined();
  proxy.pass();
  await until('it hears again', async () => (await ready(first!)).includes('"ready"'));
  await until('somebody who comes back is told', async () => {
    const socket = await TestSocket.signIn(first!.url, seen.token);
    socket.subscribe('a', PLAN_STREAM, { caseId: seen.caseId });
    await socket.marker();
    await change();
    const told = await Promise.race([socket.next(Infinity).then(() => true), socket.closed.then(() => false)]);
    socket.socket.terminate();
    return told;
  });
}, 60_000);

it('waits for none of it longer than 15 seconds in all', () => {
  const { telling, reader, jobs, silence } = WAITS;
  const poll = 1_000;
  for (const { statement, answer } of [telling, reader, WAITS.writer, jobs]) expect(statement).toBeLessThan(answer);
  for (const { unused, idleSession } of [telling, jobs]) expect(unused).toBeLessThan(idleSession);
  // A lost connection, and one in its place; the numbering taken over from another process; sent away; a frame not read.
  expect(poll + telling.answer + poll + telling.connection).toBeLessThan(15_000);
  expect(telling.idleSession + poll).toBeLessThan(15_000);
  expect(silence + poll).toBeLessThan(15_000);
  expect(reader.answer + poll).toBeLessThan(15_000);
  expect(jobs.idleSession + poll).toBeLessThan(15_000);
});
