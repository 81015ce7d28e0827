import { midnightOf, localDate } from '../../src/core/calendar.js';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing, withdrawal } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { casesOf, PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSchedule } from '../support/schedule.js';
import { bringInLine } from '../support/bring-in-line.js';
import { TestSocket } from '../support/socket.js';

const DAY = 86_400_000;
const schedule = new TestSchedule();
let app: TestApp;
let writer: Changing;

beforeAll(async () => {
  app = await startTestApp({ schedule });
  writer = await changing(app.database);
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

/** A stream that is known to be live: it has told of a change. */
async function liveStream(wanted: Parameters<TestApp['persona']>[0]) {
  const { token, id: viewerId } = app.persona(wanted);
  const { caseId, actionId, seen } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
  return { socket, caseId, actionId, seen, token, viewerId };
}

it('ends a stream whose category a withdrawal closes, and tells nothing of the case after it', async () => {
  const { socket, caseId, actionId, seen, token } = await liveStream({
    municipality: 'Vellinge',
    profession: 'POLICE_OFFICER',
  });
  const other = await TestSocket.signIn(app.url, token);
  other.subscribe('all', PLAN_STREAM);
  await writer.change(caseId, { CONSENT_CHANGED: [] }, withdrawal(caseId, seen.youngPerson.id));
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({
    __typename: 'AccessEnded',
    caseId,
    reason: 'CONSENT_ENDED',
  });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  // The stream about all cases goes on with the others.
  expect((await other.frame('all')).data?.['planChanged']).toMatchObject({ __typename: 'AccessEnded', caseId });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  expect((await other.marker()).type).toBe('pong');

  // Closed from the first: told at once.
  socket.subscribe('b', PLAN_STREAM, { caseId });
  expect((await socket.frame('b')).data?.['planChanged']).toMatchObject({ reason: 'CONSENT_ENDED' });
  expect(await socket.next()).toEqual({ id: 'b', type: 'complete' });
  await Promise.all([socket.close(), other.close()]);
});

it('ends at the midnight of a birthday, without any write', async () => {
  const midnight = midnightOf(localDate(Date.now() + DAY));
  await setClock(app.database.login, midnight - 10_000);
  const { token } = app.persona({ municipality: 'Vellinge', profession: 'PRINCIPAL', name: 'Camilla' });
  const before = await casesOf(app, token);
  await setClock(app.database.login, midnight + 10_000);
  const after = await casesOf(app, token);
  await setClock(app.database.login, midnight - 10_000);
  const closes = (id: string): boolean => after.some((one) => one.id === id && one.plan?.id == null);
  const closing = before.find(({ id, plan }) => plan?.id != null && closes(id));
  if (closing === undefined) throw new Error('Nothing closes at midnight');

  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId: closing.id });
  await writer.change(closing.id, { PLAN_CHANGED: [closing.plan!.id] });
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ __typename: 'PlanChanged' });
  expect(schedule.waitsFor(midnight)).toBe(true);

  await setClock(app.database.login, midnight + 10_000);
  schedule.pass(midnight, midnight + 1);
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ reason: 'AGE_REACHED', caseId: closing.id });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  await socket.close();
  await setClock(app.database.login, Date.now());
});

it('ends with the assignment', async () => {
  const { socket, caseId, viewerId } = await liveStream({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  await writer.change(caseId, { ASSIGNMENT_CHANGED: [] }, (client) =>
    client.query(
      'update sig.assignment set valid_until = sig.now() where case_id = $1 and role_term_id = $2 and valid_until is null',
      [caseId, viewerId],
    ),
  );
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ reason: 'ASSIGNMENT_ENDED', caseId });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  await socket.close();
});

/** A guardian's stream about their case, live. */
async function guardianStream() {
  const stream = await liveStream({ municipality: 'Uddevalla', capacity: 'GUARDIAN' });
  await setClock(app.database.login, Date.now());
  return stream;
}

it('ends for a guardian with the custody, as their own place in the case', async () => {
  const { socket, caseId, viewerId } = await guardianStream();
  const { token } = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  const { errors } = await app.ask(token, `mutation ($input: EndCustodyInput!) { endCustody(input: $input) { id } }`, {
    input: { requestId: 'end', caseId, guardianId: viewerId, until: localDate(Date.now()) },
  });
  expect(errors).toBeUndefined();
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ reason: 'ASSIGNMENT_ENDED', caseId });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  await socket.close();
});

it('ends for a guardian at the midnight after the last day of custody, without any write', async () => {
  const { token, id } = app.persona({ municipality: 'Vellinge', capacity: 'GUARDIAN' });
  const tomorrow = localDate(Date.now() + DAY);
  const midnight = midnightOf(tomorrow);
  const { caseId, planId } = await planSeenBy(app, token);
  await writer.change(caseId, { CASE_CHANGED: [caseId] }, (client) =>
    client.query('update sig.custody set valid_until = $2 where guardian_id = $1', [id, tomorrow]),
  );
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  await writer.change(caseId, { PLAN_CHANGED: [planId] });
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ __typename: 'PlanChanged' });
  await setClock(app.database.login, midnight + 10_000);
  schedule.pass(midnight, midnight + 1);
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ reason: 'ASSIGNMENT_ENDED', caseId });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  await setClock(app.database.login, Date.now());
  await socket.close();
});

it('ends with the case', async () => {
  const { socket, caseId } = await liveStream({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  await writer.change(caseId, { CASE_CHANGED: [caseId] }, (client) =>
    client.query(`update sig.case_file set status = 'CLOSED' where id = $1`, [caseId]),
  );
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ reason: 'CASE_CLOSED', caseId });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  await socket.close();
});

it('ends with the token, and then the socket, with a code after which a client comes back', async () => {
  const { socket, caseId, token } = await liveStream({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const idle = await TestSocket.signIn(app.url, token);
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { exp: number };
  schedule.pass(claims.exp * 1000, claims.exp * 1000 + 1);
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ reason: 'TOKEN_EXPIRED', caseId });
  expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
  expect((await socket.closed).code).toBe(4403);
  expect((await idle.closed).code).toBe(4403);
});

it('tells anew what is left when only a part closes, whether or not anything was stored there', async () => {
  const { token } = app.persona({ municipality: 'Vellinge', profession: 'SOCIAL_WORKER' });
  const found = await app.ask<{
    cases: {
      edges: { node: { id: string; access: { holder: { id: string }; category: string; readable: boolean }[] } }[];
    };
  }>(
    token,
    '{ cases(first: 50) { edges { node { id access { holder { id } category readable } } } } viewer { agency { id } } }',
  );
  const own = (found.data as unknown as { viewer: { agency: { id: string } } }).viewer.agency.id;
  const { caseId, seen } = await planSeenBy(app, token, ({ id }) =>
    found.data.cases.edges.some(
      ({ node }) =>
        node.id === id &&
        node.access.some((cell) => cell.readable && cell.category === 'LEISURE' && cell.holder.id !== own),
    ),
  );
  const cell = found.data.cases.edges
    .find(({ node }) => node.id === caseId)!
    .node.access.find((one) => one.readable && one.category === 'LEISURE' && one.holder.id !== own)!;
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  await writer.change(caseId, { PLAN_CHANGED: [seen.plan!.id] });
  await socket.frame('a');
  const grants = JSON.stringify([{ fromIds: [cell.holder.id], toIds: [own], categories: ['LEISURE'] }]);
  await writer.change(caseId, { CONSENT_CHANGED: [] }, async (client) => {
    await client.query(
      `insert into sig.block (id, case_id, subject_id, by_signer_id, grants, valid_from, recorded_at)
        values (gen_random_uuid(), $1, $2, $2, $3, sig.now(), sig.now())`,
      [caseId, seen.youngPerson.id, grants],
    );
    await bringInLine(client, caseId);
  });
  const { data, extensions } = await socket.frame('a');
  expect(data?.['planChanged']).toMatchObject({ __typename: 'PlanChanged', changedActionIds: [] });
  expect(JSON.stringify(extensions?.withheld)).toContain('LEISURE');
  await socket.close();
});
