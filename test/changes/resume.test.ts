import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing, withdrawal } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { until } from '../support/event.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

interface Change {
  readonly __typename: string;
  readonly cursor: string;
  readonly changedActionIds?: string[];
  readonly reason?: string;
  readonly cause?: string;
}

let app: TestApp;
let other: TestApp;
let writer: Changing;

beforeAll(async () => {
  app = await startTestApp();
  // A second process on the same database and the same keys.
  other = await startTestApp({ database: app.database });
  writer = await changing(app.database);
});
afterAll(async () => {
  await writer.end();
  await other.stopServer();
  await app.stop();
});

async function nextChange(socket: TestSocket, id: string): Promise<Change> {
  const { data, errors } = await socket.frame(id);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['planChanged'] as unknown as Change;
}

async function subscribed(url: string, wanted: Parameters<TestApp['persona']>[0]) {
  const { token } = app.persona(wanted);
  const { caseId, actionId, planId, seen } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const socket = await TestSocket.signIn(url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  return { token, caseId, actionId, planId, seen, socket };
}

it('tells what was missed behind the cursor as one, at the place of the newest, on another process', async () => {
  const { token, caseId, actionId, planId, socket } = await subscribed(app.url, {
    municipality: 'Vellinge',
    capacity: 'COORDINATOR',
  });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const first = await nextChange(socket, 'a');
  for (let missed = 0; missed < 3; missed++) {
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    await nextChange(socket, 'a');
  }
  await writer.change(caseId, { PLAN_CHANGED: [planId] });
  const newest = await nextChange(socket, 'a');
  await socket.close();

  const told = async (url: string): Promise<Change> => {
    const again = await TestSocket.signIn(url, token);
    again.subscribe('a', PLAN_STREAM, { caseId, after: first.cursor });
    const change = await nextChange(again, 'a');
    expect((await again.marker()).type).toBe('pong');
    await again.close();
    return change;
  };
  const [here, there] = [await told(app.url), await told(other.url)];
  expect(here.changedActionIds).toEqual([actionId]);
  expect([there.cursor, here.cursor]).toEqual([newest.cursor, newest.cursor]);

  // From the last cursor there is nothing to tell but what comes.
  const live = await TestSocket.signIn(other.url, token);
  live.subscribe('a', PLAN_STREAM, { caseId, after: here.cursor });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const next = await nextChange(live, 'a');
  expect([first.cursor, here.cursor]).not.toContain(next.cursor);
  expect((await live.marker()).type).toBe('pong');
  await live.close();
});

it('reads on where more was missed than fits a page, and then tells what comes', async () => {
  const { token, caseId, actionId, socket } = await subscribed(app.url, {
    municipality: 'Vellinge',
    profession: 'POLICE_OFFICER',
  });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const { cursor } = await nextChange(socket, 'a');
  await socket.close();
  for (let missed = 0; missed < 1_000; missed++) await writer.change(caseId, { MEETING_CHANGED: [] });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const again = await TestSocket.signIn(app.url, token);
  again.subscribe('a', PLAN_STREAM, { caseId, after: cursor });
  expect((await nextChange(again, 'a')).changedActionIds).toEqual([actionId]);
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  expect((await nextChange(again, 'a')).changedActionIds).toEqual([actionId]);
  expect((await again.marker()).type).toBe('pong');
  await again.close();
});

it('tells first that access ended meanwhile, and nothing of what was missed', async () => {
  const { token, caseId, actionId, seen, socket } = await subscribed(other.url, {
    municipality: 'Uddevalla',
    profession: 'POLICE_OFFICER',
  });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const { cursor } = await nextChange(socket, 'a');
  await socket.close();
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await writer.change(caseId, { CONSENT_CHANGED: [] }, withdrawal(caseId, seen.youngPerson.id));
  const again = await TestSocket.signIn(app.url, token);
  again.subscribe('a', PLAN_STREAM, { caseId, after: cursor });
  expect(await nextChange(again, 'a')).toMatchObject({ __typename: 'AccessEnded', reason: 'CONSENT_ENDED' });
  expect(await again.next()).toEqual({ id: 'a', type: 'complete' });
  await again.close();
});

it('refuses a cursor of another viewer, and asks to query afresh for one of another generation or too old', async () => {
  const { token, caseId, actionId, socket } = await subscribed(app.url, {
    municipality: 'Vellinge',
    capacity: 'COORDINATOR',
  });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const { cursor } = await nextChange(socket, 'a');

  const stranger = await TestSocket.signIn(
    app.url,
    app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token,
  );
  stranger.subscribe('a', PLAN_STREAM, { after: cursor });
  expect((await stranger.frame('a')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  await stranger.close();

  const resumed = async (): Promise<Change> => {
    const again = await TestSocket.signIn(app.url, token);
    again.subscribe('a', PLAN_STREAM, { caseId, after: cursor });
    const change = await nextChange(again, 'a');
    expect(await again.next()).toEqual({ id: 'a', type: 'complete' });
    await again.close();
    return change;
  };
  await writer.client.query('update sig.stream set forgotten_to = last_position + 1');
  expect(await resumed()).toMatchObject({ __typename: 'ResyncRequired', cause: 'CURSOR_TOO_OLD' });
  await writer.client.query('update sig.stream set forgotten_to = 0, generation = gen_random_uuid()');
  expect(await resumed()).toMatchObject({ __typename: 'ResyncRequired', cause: 'OTHER_GENERATION' });
  await socket.close();
});

it('goes on when the process that numbers the changes is gone', async () => {
  const { caseId, actionId, socket } = await subscribed(other.url, {
    municipality: 'Vellinge',
    capacity: 'COORDINATOR',
  });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await nextChange(socket, 'a');
  // Both lose their connections; whoever polls first takes over.
  await writer.client.query('reset role');
  const { rowCount } = await writer.client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sig_jobs' and datname = current_database()`,
  );
  expect(rowCount).toBeGreaterThan(0);
  await writer.client.query('set role sig_owner');
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  expect(await nextChange(socket, 'a')).toMatchObject({ changedActionIds: [actionId] });
  await until('one process leads again', async () => {
    const { rows } = await writer.client.query(`select from pg_locks where locktype = 'advisory' and granted`);
    return rows.length > 0;
  });
  await socket.close();
});
