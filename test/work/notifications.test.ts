import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { allTold } from '../support/told.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

interface Received {
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}
const SECRET = 'hemligheten-som-bara-de-två-har-x';
const received: Received[] = [];
let answerWith = 204;
let receiver: Server;
let app: TestApp;
let takeTurn: () => Promise<void>;
let alva: YoungCase;
let young: Persona;
let coordinator: Persona;
let principal: Persona;
let police: Persona;

/** Asked to take part in a case that they do not know, and the unit manager of their agency. */
let pedagogue: Persona;
let manager: Persona;

const INBOX =
  '{ viewer { notifications(first: 50) { totalCount unreadCount edges { node { id kind caseId readAt } } } } }';
interface Inbox {
  totalCount: number;
  unreadCount: number;
  edges: { node: { id: string; kind: string; caseId: string | null; readAt: string | null } }[];
}
const inboxOf = async ({ token }: Persona): Promise<Inbox> =>
  (await app.ask<{ viewer: { notifications: Inbox } }>(token, INBOX)).data.viewer.notifications;

const told = (): Promise<void> => allTold(app.database, takeTurn);
async function meeting(): Promise<string> {
  const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
  const input = { requestId: randomUUID(), caseId: alva.id, kind: 'FOLLOW_UP', startsAt: hours(5), endsAt: hours(6) };
  const document = 'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }';
  const { data } = await app.ask<{ scheduleMeeting: { id: string } }>(coordinator.token, document, { input });
  await told();
  return data.scheduleMeeting.id;
}

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const header = (name: string): string => String(request.headers[name]);
      received.push({ body, timestamp: header('sig-timestamp'), signature: header('sig-signature') });
      response.writeHead(answerWith).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as { port: number };
  app = await startTestApp({
    config: { webhook: { url: `http://127.0.0.1:${port}/`, secret: SECRET } },
    notifying: (work) => {
      takeTurn = work;
      return () => undefined;
    },
  });
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  pedagogue = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_PEDAGOGUE' });
  manager = app.persona({ municipality: 'Uddevalla', profession: 'UNIT_MANAGER', capacity: 'PROFESSIONAL' });
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
});
afterAll(async () => {
  await app.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

it('tells everybody who may see it, except whoever did it, and goes out signed and without content', async () => {
  const before = await inboxOf(coordinator);
  await meeting();
  for (const somebody of [young, principal, police]) {
    const { unreadCount, edges } = await inboxOf(somebody);
    expect([unreadCount, edges[0]!.node]).toMatchObject([1, { kind: 'MEETING', caseId: alva.id, readAt: null }]);
  }
  expect(await inboxOf(coordinator)).toEqual(before);
  const sent = received.map(({ body }) => JSON.parse(body) as Record<string, string>);
  expect(sent.map(({ to }) => to)).toEqual(expect.arrayContaining([young.id, principal.id, police.id]));
  expect(sent.map((one) => Object.keys(one).toSorted())).toContainEqual(['at', 'id', 'kind', 'to']);
  const { body, timestamp, signature } = received[0]!;
  expect(signature).toBe(createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex'));
  expect(received.map((one) => one.body).join()).not.toMatch(/Alva|SIG-/);
});

it('tells whoever is asked to take part, and their unit manager, that they are asked and of no case', async () => {
  received.length = 0;
  const before = await Promise.all([principal, police].map(inboxOf));
  const askedOf = async (somebody: Persona): Promise<object[]> =>
    (await inboxOf(somebody)).edges.map(({ node }) => node).filter(({ kind }) => kind === 'ASSIGNMENT');
  const ask = `mutation ($input: AssignInput!) { assign(input: $input) { id } }`;
  const input = { requestId: randomUUID(), caseId: alva.id, professionalId: pedagogue.id, duty: 'MEMBER' };
  const { data } = await app.ask<{ assign: { id: string } }>(coordinator.token, ask, { input });
  await told();
  for (const somebody of [pedagogue, manager]) {
    expect(await askedOf(somebody)).toMatchObject([{ caseId: null, readAt: null }]);
  }
  expect((await inboxOf(pedagogue)).unreadCount).toBeGreaterThan(0);
  expect(await askedOf(coordinator)).toEqual([]);
  const sent = received.map(({ body }) => JSON.parse(body) as Record<string, string>);
  const outgoing = sent.filter(({ kind }) => kind === 'ASSIGNMENT').map(({ to }) => to);
  expect(outgoing.toSorted()).toEqual([pedagogue.id, manager.id].toSorted());
  // Who is asked is the coordinator's to know: to the others who know the case nothing has changed.
  expect(await Promise.all([principal, police].map(inboxOf))).toEqual(before);
  const yes = `mutation ($input: AnswerAssignmentInput!) { declineAssignment(input: $input) { state } }`;
  const answer = { requestId: randomUUID(), assignmentRequestId: data.assign.id };
  expect(refusalOf(await app.ask(manager.token, yes, { input: answer }))).toBe('');
  expect([await askedOf(pedagogue), await askedOf(manager)]).toEqual([[], []]);
});

it('tells a unit manager who takes part in the case too of both, when both happen at once', async () => {
  const melvin = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Melvin' }).token);
  const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }';
  const note = { requestId: randomUUID(), caseId: melvin.id, category: 'SOCIAL_SUPPORT', text: 'Samtal' };
  const ask = `mutation ($input: AssignInput!) { assign(input: $input) { id } }`;
  const asked = { requestId: randomUUID(), caseId: melvin.id, professionalId: pedagogue.id, duty: 'MEMBER' };
  const { totalCount } = await inboxOf(manager);
  expect(refusalOf(await app.ask(coordinator.token, write, { input: note }))).toBe('');
  expect(refusalOf(await app.ask(coordinator.token, ask, { input: asked }))).toBe('');
  await told();
  const { edges } = await inboxOf(manager);
  const news = edges.slice(0, edges.length - totalCount).map(({ node }) => [node.kind, node.caseId]);
  expect(news.toSorted()).toEqual([
    ['ASSIGNMENT', null],
    ['CASE', melvin.id],
  ]);
});

it('is marked as read by its owner alone', async () => {
  const { edges } = await inboxOf(principal);
  const ids = edges.map(({ node }) => node.id);
  const mark = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { notifications { unreadCount } } }`;
  await app.ask(police.token, mark, { input: { requestId: randomUUID(), ids } });
  expect((await inboxOf(principal)).unreadCount).toBe(ids.length);
  expect((await app.ask(principal.token, mark, { input: { requestId: randomUUID(), ids } })).data).toEqual({
    markNotificationsRead: { notifications: { unreadCount: 0 } },
  });
  expect((await inboxOf(principal)).edges[0]!.node.readAt).not.toBeNull();
  expect(refusalOf(await app.ask(police.token, mark, { input: { requestId: randomUUID(), ids: ['x'] } }))).toBe(
    'BAD_USER_INPUT idMalformed',
  );
  expect(refusalOf(await app.ask(null, mark, { input: { requestId: randomUUID(), ids } }))).toBe(
    'UNAUTHENTICATED tokenRefused',
  );
});

it('says nothing of what is closed, however it changes', async () => {
  const before = await Promise.all([inboxOf(police), inboxOf(principal)]);
  const elias = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    coordinator.token,
    '{ cases(search: "Elias") { edges { node { id } } } }',
  );
  const caseId = elias.data.cases.edges[0]!.node.id;
  const input = { requestId: randomUUID(), caseId, category: 'SCHOOL_RESULTS', text: 'Bara för skolan' };
  const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }';
  expect(refusalOf(await app.ask(coordinator.token, write, { input }))).toBe('');
  await told();
  expect(await Promise.all([inboxOf(police), inboxOf(principal)])).toEqual(before);
});

it('is sent again after a pause when the receiver was away, once, and to nobody who may not see it by then', async () => {
  answerWith = 503;
  received.length = 0;
  await meeting();
  expect(received).toHaveLength(1);
  const first = JSON.parse(received[0]!.body) as { id: string };
  answerWith = 204;
  const withdrawal = `mutation ($caseId: ID) { withdrawConsent(caseId: $caseId) { id } }`;
  expect(refusalOf(await app.ask(young.token, withdrawal, { caseId: alva.id }))).toBe('');
  received.length = 0;
  await setClock(app.database.login, Date.now() + 60_000);
  await told();
  const sent = received.map(({ body }) => JSON.parse(body) as { id: string; to: string; kind: string });
  const aboutMeetings = sent.filter(({ kind }) => kind === 'MEETING').map(({ to }) => to);
  expect(aboutMeetings).toContain(young.id);
  expect(aboutMeetings).not.toContain(police.id);
  expect(aboutMeetings).not.toContain(principal.id);
  expect(sent.filter(({ id }) => id === first.id).length).toBeLessThanOrEqual(1);
  expect(
    (await inboxOf(police)).edges.filter(({ node }) => node.kind === 'MEETING' && node.caseId === alva.id),
  ).toEqual([]);
});
