import { EventEmitter } from 'node:events';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { nextEvent, until } from '../support/event.js';
import { casesOf, PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSchedule } from '../support/schedule.js';
import { TestSocket } from '../support/socket.js';
import { rowsOf } from '../support/piece-rows.js';

let app: TestApp;
let writer: Changing;
const statements = new EventEmitter();
const schedule = new TestSchedule();
beforeAll(async () => {
  app = await startTestApp({ schedule, onStatement: (name) => statements.emit(name) });
  writer = await changing(app.database);
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

const coordinator = () => app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;

describe('a change that is made through the API', () => {
  it('reaches a dashboard over all cases, with what changed and what is withheld', async () => {
    const token = coordinator();
    const { planId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('all', PLAN_STREAM);
    await socket.marker();
    const { data, errors } = await app.ask<{ updateAction: { version: number } }>(
      token,
      `mutation ($id: ID!, $version: Int!) {
        updateAction(input: { requestId: "r1", actionId: $id, expectedVersion: $version, status: DONE }) { id version } }`,
      { id: actionId, version: await versionOf(actionId) },
    );
    expect([errors, data.updateAction]).toEqual([undefined, expect.objectContaining({ version: expect.any(Number) })]);
    const frame = await socket.frame('all');
    expect(frame.data?.['planChanged']).toMatchObject({ plan: { id: planId }, changedActionIds: [actionId] });
    expect(frame.extensions?.withheld).toBeInstanceOf(Array);
    await socket.close();
  });
});

async function versionOf(actionId: string): Promise<number> {
  const { rows } = await writer.client.query<{ version: number }>(
    `select version from ${rowsOf('ACTION')} x where id = $1`,
    [actionId],
  );
  return rows[0]!.version;
}

/** An action in a plan that the viewer sees, and which the viewer does not see. */
async function hiddenAction(): Promise<{ token: string; caseId: string; id: string; planId: string }> {
  const { rows } = await writer.client.query<{ id: string; case_id: string }>(
    `select id, case_id from ${rowsOf('ACTION')} x`,
  );
  for (const { token } of app.personas.filter(({ capacity }) => capacity === 'PROFESSIONAL')) {
    const open = (await casesOf(app, token)).filter(({ plan, status }) => plan !== null && status === 'ACTIVE');
    const seen = new Set(open.flatMap(({ plan }) => plan!.goals.flatMap(({ actions }) => actions.map(({ id }) => id))));
    for (const { id, case_id: caseId } of rows) {
      const plan = open.find((one) => one.id === caseId)?.plan;
      if (plan && !seen.has(id)) return { token, caseId, id, planId: plan.id };
    }
  }
  throw new Error('Everybody sees everything');
}

it.each([
  ['the plan', () => PLAN_STREAM],
  ['the case', () => CASE_STREAM],
])('tells nobody of a change that is withheld, in a stream about %s', async (_name, stream) => {
  const { token, caseId, id, planId } = await hiddenAction();
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', stream(), { caseId });
  await writer.change(caseId, { PLAN_CHANGED: [planId] });
  await socket.frame('a');
  // The hidden change is judged on a snapshot of the running case; only then is the case closed. Its end comes next, and nothing before it.
  const judged = nextEvent(statements, 'load_cases');
  await writer.change(caseId, { ACTION_CHANGED: [id], PIECE_CHANGED: [id] });
  await judged;
  await writer.change(caseId, { CASE_CHANGED: [caseId] }, (client) =>
    client.query(`update sig.case_file set status = 'CLOSED' where id = $1`, [caseId]),
  );
  expect(JSON.stringify(await socket.frame('a'))).toContain('CASE_CLOSED');
  expect((await socket.next()).type).toBe('complete');
  await socket.close();
});

const CASE_STREAM = `subscription ($caseId: ID) { caseChanged(caseId: $caseId) {
  __typename ... on CaseChanged { cursor case { id status } } ... on AccessEnded { reason } } }`;
const MEETING_STREAM = `subscription ($caseId: ID) { meetingChanged(caseId: $caseId) {
  __typename ... on MeetingChanged { cursor at meeting { id startsAt place } } ... on AccessEnded { reason } } }`;

it('tells of each meeting in a frame of its own', async () => {
  const token = coordinator();
  const { rows } = await writer.client.query<{ case_id: string; ids: string[] }>(
    `select case_id, array_agg(id::text) as ids from ${rowsOf('MEETING')} x group by case_id having count(*) > 1`,
  );
  const open = (await casesOf(app, token)).filter(({ status }) => status === 'ACTIVE');
  const mine = new Set(open.map(({ id }) => id));
  const { case_id: caseId, ids } = rows.find(({ case_id: id }) => mine.has(id))!;
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('m', MEETING_STREAM, { caseId });
  await writer.change(caseId, { MEETING_CHANGED: ids });
  const frames = [];
  for (const _ of ids) frames.push((await socket.frame('m')).data?.['meetingChanged']);
  expect(frames).toMatchObject(ids.map((id) => ({ meeting: { id } })));
  expect(new Set(frames.map((frame) => frame?.['cursor'])).size).toBe(ids.length);
  await socket.close();
});

it('records every frame before it leaves, as what it shows', async () => {
  const { token, id: viewerId } = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  const recorded = async (): Promise<{ category: string }[][]> => {
    const { rows } = await writer.client.query<{ entries: { category: string }[] }>(
      'select entries from sig.access_record where viewer_id = $1 and case_id = $2 order by at',
      [viewerId, caseId],
    );
    return rows.map(({ entries }) => entries);
  };
  const before = (await recorded()).length;
  for (let at = 0; at < 2; at++) {
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    await socket.frame('a');
    const rows = await recorded();
    expect(rows).toHaveLength(before + at + 1);
    expect(rows.at(-1)!.map(({ category }) => category)).toContain('PLAN');
  }
  await socket.close();
});

it('follows assignments that end and begin while a stream over all cases is open', async () => {
  const { token, id: viewerId } = app.persona({ municipality: 'Vellinge', profession: 'LEISURE_LEADER' });
  const [{ id: caseId } = { id: '' }] = await casesOf(app, token);
  const socket = await TestSocket.signIn(app.url, token);
  const opened = nextEvent(statements, 'own_term');
  socket.subscribe('all', CASE_STREAM);
  await opened;
  await writer.change(caseId, { ASSIGNMENT_CHANGED: [] }, (client) =>
    client.query('update sig.assignment set valid_until = sig.now() where case_id = $1 and role_term_id = $2', [
      caseId,
      viewerId,
    ]),
  );
  expect((await socket.frame('all')).data?.['caseChanged']).toMatchObject({ reason: 'ASSIGNMENT_ENDED' });
  await writer.change(caseId, { ASSIGNMENT_CHANGED: [] }, (client) =>
    client.query(
      `insert into sig.assignment (id, case_id, role_term_id, valid_from, recorded_at)
        values (gen_random_uuid(), $1, $2, sig.now(), sig.now())`,
      [caseId, viewerId],
    ),
  );
  expect((await socket.frame('all')).data?.['caseChanged']).toMatchObject({ case: { id: caseId } });
  await socket.close();
});

it('follows a case from when an assignment begins that was made ahead, by time alone', async () => {
  const { token, id: viewerId } = app.persona({ municipality: 'Vellinge', profession: 'LEISURE_LEADER' });
  const known = new Set((await casesOf(app, token)).map(({ id }) => id));
  const { rows } = await writer.client.query<{ id: string }>(
    `select c.id from sig.case_file c join sig.role_term t on t.id = $1 and t.municipality_id = c.municipality_id
      where c.status = 'ACTIVE' order by c.id`,
    [viewerId],
  );
  const { id: caseId } = rows.find(({ id }) => !known.has(id))!;
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('all', CASE_STREAM);
  await socket.marker();
  const from = Date.now() + 3_600_000;
  const heard = nextEvent(statements, 'own_term');
  await writer.change(caseId, { ASSIGNMENT_CHANGED: [] }, (client) =>
    client.query(
      `insert into sig.assignment (id, case_id, role_term_id, valid_from, recorded_at)
        values (gen_random_uuid(), $1, $2, $3, sig.now())`,
      [caseId, viewerId, new Date(from)],
    ),
  );
  await heard;
  await until('it waits for that instant', () => schedule.waitsFor(from));
  expect((await socket.marker()).type).toBe('pong');
  await setClock(app.database.login, from + 1_000);
  schedule.pass(from, from + 1);
  expect((await socket.frame('all')).data?.['caseChanged']).toMatchObject({ case: { id: caseId } });
  await setClock(app.database.login, Date.now());
  await socket.close();
});
