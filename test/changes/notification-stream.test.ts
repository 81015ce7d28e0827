import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { changing, withdrawal } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { casesOf } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';
import { allTold } from '../support/told.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

const INBOX = 'notifications(first: 50) { totalCount unreadCount edges { node { id kind } } }';
const STREAM = `subscription ($caseId: ID, $after: Cursor) { notificationsChanged(caseId: $caseId, after: $after) {
  __typename
  ... on NotificationsChanged { cursor newNotifications { id kind caseId readAt } viewer { id ${INBOX} } }
  ... on AccessEnded { caseId reason } } }`;
const SCHEDULE = 'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }';

interface Told {
  readonly __typename: string;
  readonly cursor: string;
  readonly newNotifications: readonly { readonly id: string; readonly kind: string; readonly caseId: string }[];
  readonly viewer: {
    readonly id: string;
    readonly notifications: {
      readonly totalCount: number;
      readonly unreadCount: number;
      readonly edges: readonly { readonly node: { readonly id: string; readonly kind: string } }[];
    };
  };
}

let app: TestApp;
let other: TestApp;
let takeTurn: () => Promise<void>;
let writer: Changing;
let alva: YoungCase;
let young: Persona;
let coordinator: Persona;
let police: Persona;
beforeAll(async () => {
  app = await startTestApp({
    notifying: (work) => {
      takeTurn = work;
      return () => undefined;
    },
  });
  // A second process on the same database and the same keys.
  other = await startTestApp({ database: app.database });
  writer = await changing(app.database);
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
});
afterAll(async () => {
  await writer.end();
  await other.stopServer();
  await app.stop();
});

async function subscribed({ url }: TestApp, { token }: Persona, variables: object = {}): Promise<TestSocket> {
  const socket = await TestSocket.signIn(url, token);
  socket.subscribe('a', STREAM, variables);
  await socket.marker();
  return socket;
}
async function told(socket: TestSocket): Promise<Told> {
  const { data, errors } = await socket.frame('a');
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['notificationsChanged'] as unknown as Told;
}
async function change(changes: Parameters<Changing['change']>[1], caseId = alva.id): Promise<void> {
  await writer.change(caseId, changes);
  await allTold(app.database, takeTurn);
}
async function meetingId(): Promise<string> {
  const { rows } = await writer.client.query<{ id: string }>(
    `select id from ${rowsOf('MEETING')} x where case_id = $1`,
    [alva.id],
  );
  return rows[0]!.id;
}
const kindsIn = ({ newNotifications }: Told): string[] => newNotifications.map(({ kind }) => kind);

it('tells whoever has a new notice, on whichever process, with the inbox as it is, and not who made the change', async () => {
  const guardian = app.persona({ municipality: 'Vellinge', capacity: 'GUARDIAN' });
  const viewers = [young, police];
  const sockets = [await subscribed(app, young), await subscribed(other, police, { caseId: alva.id })];
  const [author, stranger] = [await subscribed(app, coordinator), await subscribed(app, guardian)];
  const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
  const input = { requestId: randomUUID(), caseId: alva.id, kind: 'FOLLOW_UP', startsAt: hours(5), endsAt: hours(6) };
  expect((await app.ask(coordinator.token, SCHEDULE, { input })).errors).toBeUndefined();
  await allTold(app.database, takeTurn);
  for (const [at, socket] of sockets.entries()) {
    const frame = await told(socket);
    expect(frame.newNotifications).toEqual([
      { id: expect.any(String), kind: 'MEETING', caseId: alva.id, readAt: null },
    ]);
    expect(frame.viewer).toMatchObject({ id: viewers[at]!.id, notifications: { unreadCount: 1 } });
    expect(frame.viewer.notifications.edges[0]!.node.id).toBe(frame.newNotifications[0]!.id);
    await socket.close();
  }
  const { rows } = await writer.client.query<{ entries: { category: string }[] }>(
    'select entries from sig.access_record where viewer_id = $1 and case_id = $2',
    [police.id, alva.id],
  );
  expect(rows.flatMap(({ entries }) => entries.map(({ category }) => category))).toEqual(['MEETING']);
  await change({ MEETING_CHANGED: [await meetingId()] });
  const first = await told(author);
  expect([kindsIn(first), first.viewer.notifications.totalCount]).toEqual([['MEETING'], 1]);
  expect(await stranger.marker()).toMatchObject({ type: 'pong' });
  await author.close();
  await stranger.close();
});

it('tells nobody of a notice about what is withheld', async () => {
  const { rows } = await writer.client.query<{ id: string; case_id: string }>(
    `select id, case_id from ${rowsOf('ACTION')} x`,
  );
  for (const viewer of app.personas.filter(({ capacity }) => capacity === 'PROFESSIONAL')) {
    const open = (await casesOf(app, viewer.token)).filter(({ plan, status }) => plan !== null && status === 'ACTIVE');
    const seen = new Set(open.flatMap(({ plan }) => plan!.goals.flatMap(({ actions }) => actions.map(({ id }) => id))));
    const hidden = rows.find(({ id, case_id: caseId }) => open.some((one) => one.id === caseId) && !seen.has(id));
    if (hidden === undefined) continue;
    const socket = await subscribed(app, viewer);
    await change({ ACTION_CHANGED: [hidden.id] }, hidden.case_id);
    const inboxes = await writer.client.query<{ count: number }>(
      `select count(*)::int from sig.notification where ids ? $1`,
      [hidden.id],
    );
    expect(inboxes.rows[0]!.count).toBeGreaterThan(0);
    await change({ CASE_CHANGED: [hidden.case_id] }, hidden.case_id);
    expect(kindsIn(await told(socket))).toEqual(['CASE']);
    await socket.close();
    return;
  }
  throw new Error('Everybody sees everything');
});

it('resumes behind its cursor on the other process, without loss or duplicate', async () => {
  const socket = await subscribed(app, coordinator, { caseId: alva.id });
  const frames = [];
  for (const kind of ['MEETING_CHANGED', 'MEETING_CHANGED', 'CASE_CHANGED'] as const) {
    await change({ [kind]: [kind === 'CASE_CHANGED' ? alva.id : await meetingId()] });
    frames.push(await told(socket));
  }
  expect(frames.map(kindsIn)).toEqual([['MEETING'], ['MEETING'], ['CASE']]);
  await socket.close();
  const again = await TestSocket.signIn(other.url, coordinator.token);
  again.subscribe('a', STREAM, { caseId: alva.id, after: frames[0]!.cursor });
  // What was missed is told as one, at the place of the newest.
  const missed = await told(again);
  expect(missed.cursor).toBe(frames.at(-1)!.cursor);
  expect(kindsIn(missed).toSorted()).toEqual(['CASE', 'MEETING']);
  expect((await again.marker()).type).toBe('pong');
  await again.close();
});

it('shows whoever resumes the inbox that is left, and nothing of a notice that was closed meanwhile', async () => {
  const socket = await subscribed(app, police, { caseId: alva.id });
  await change({ MEETING_CHANGED: [await meetingId()] });
  const { cursor, viewer } = await told(socket);
  expect(viewer.notifications.edges[0]!.node.kind).toBe('MEETING');
  await socket.close();
  await change({ MEETING_CHANGED: [await meetingId()] });
  await writer.change(alva.id, { CONSENT_CHANGED: [] }, withdrawal(alva.id, alva.youngPersonId));
  const again = await TestSocket.signIn(app.url, police.token);
  again.subscribe('a', STREAM, { caseId: alva.id, after: cursor });
  const left = await told(again);
  expect([
    left.newNotifications,
    left.viewer.notifications.edges.filter(({ node }) => node.kind === 'MEETING'),
  ]).toEqual([[], []]);
  await change({ CASE_CHANGED: [alva.id] });
  expect(kindsIn(await told(again))).toEqual(['CASE']);
  await again.close();
});

it('ends with the assignment, and is of no case that the viewer does not know', async () => {
  const principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  const socket = await subscribed(other, principal, { caseId: alva.id });
  await writer.change(alva.id, { ASSIGNMENT_CHANGED: [] }, (client) =>
    client.query('update sig.assignment set valid_until = sig.now() where case_id = $1 and role_term_id = $2', [
      alva.id,
      principal.id,
    ]),
  );
  expect(await told(socket)).toMatchObject({ __typename: 'AccessEnded', caseId: alva.id, reason: 'ASSIGNMENT_ENDED' });
  expect((await socket.next()).type).toBe('complete');
  socket.subscribe('a', STREAM, { caseId: alva.id });
  expect((await socket.frame('a')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await socket.close();
});
