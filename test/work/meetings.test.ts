import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let coordinator: string;

const FIELDS = '{ id kind status startsAt endsAt place }';
const SCHEDULE = `mutation ($input: ScheduleMeetingInput!) { meeting: scheduleMeeting(input: $input) ${FIELDS} }`;
const MOVE = `mutation ($input: RescheduleMeetingInput!) { meeting: rescheduleMeeting(input: $input) ${FIELDS} }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { meeting: cancelMeeting(input: $input) ${FIELDS} }`;
interface Changed {
  meeting: { id: string; kind: string; status: string; startsAt: string; endsAt: string; place: string | null } | null;
}
const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number, minutes = 0): string =>
  new Date(Date.now() + days * DAY + minutes * 60_000).toISOString();

const meeting = (more: object = {}): object => ({
  requestId: randomUUID(),
  ...{ caseId: alva.id, kind: 'FOLLOW_UP', startsAt: inDays(10), endsAt: inDays(10, 60), place: 'Rum Lingon' },
  ...more,
});
const ask = (as: string, document: string, input: object): Promise<Answer<Changed>> =>
  app.ask<Changed>(as, document, { input });
const scheduled = async (): Promise<string> => (await ask(coordinator, SCHEDULE, meeting())).data.meeting!.id;
const moved = (meetingId: string, more: object = {}): object => ({
  requestId: randomUUID(),
  ...{ meetingId, expectedVersion: 1, startsAt: inDays(12), endsAt: inDays(12, 90) },
  ...more,
});

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, app.persona({ name: 'Alva' }).token);
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;
});
afterAll(() => app.stop());

it('is scheduled, moved and cancelled, and the young person sees each', async () => {
  const { data } = await ask(coordinator, SCHEDULE, meeting());
  expect(data.meeting).toMatchObject({ kind: 'FOLLOW_UP', status: 'PLANNED', place: 'Rum Lingon' });
  const { id } = data.meeting!;
  const input = moved(id);
  const second = (await ask(coordinator, MOVE, input)).data.meeting;
  expect(second).toMatchObject({ id, status: 'PLANNED', place: 'Rum Lingon', ...onlyTimes(input) });
  const third = (await ask(coordinator, MOVE, moved(id, { expectedVersion: 2, place: 'Rum Hallon' }))).data.meeting;
  expect(third?.place).toBe('Rum Hallon');
  expect((await ask(coordinator, MOVE, moved(id, { expectedVersion: 3, place: null }))).data.meeting?.place).toBeNull();
  expect(
    (await ask(coordinator, CANCEL, { requestId: randomUUID(), meetingId: id, expectedVersion: 4 })).data.meeting
      ?.status,
  ).toBe('CANCELLED');
  const seen = await app.ask<{ node: { status: string } }>(
    app.persona({ name: 'Alva' }).token,
    `query ($id: ID!) { node(id: $id) { ... on Meeting { status } } }`,
    { id },
  );
  expect(seen.data.node.status).toBe('CANCELLED');
  const { rows } = await asOwner(app.database.login, (client) =>
    client.query(`select kind from outbox where ids ? $1 order by case_seq`, [id]),
  );
  expect(rows).toEqual(Array.from({ length: 5 }, () => ({ kind: 'MEETING_CHANGED' })));
});

function onlyTimes(input: object): object {
  const { startsAt, endsAt } = input as { startsAt: string; endsAt: string };
  return { startsAt, endsAt };
}

it('is scheduled once for a request that is sent twice', async () => {
  const input = meeting();
  const [first, second] = [await ask(coordinator, SCHEDULE, input), await ask(coordinator, SCHEDULE, input)];
  expect(second.text).toBe(first.text);
});

it.each([
  ['in the past', { startsAt: inDays(-1), endsAt: inDays(1) }, 'BAD_USER_INPUT meetingInPast'],
  ['backwards', { startsAt: inDays(2), endsAt: inDays(1) }, 'BAD_USER_INPUT periodEmpty'],
  ['of the steering group', { kind: 'STEERING' }, 'BAD_USER_INPUT steeringHasNoCase'],
  ['for the first time again', { kind: 'FIRST' }, 'INVALID_STATE firstMeetingExists'],
  ['nowhere in particular, said with blanks', { place: ' ' }, 'BAD_USER_INPUT textEmpty'],
  ['about no case', { caseId: randomUUID() }, 'NOT_FOUND nodeNotFound'],
])('is refused %s', async (_, more, expected) => {
  expect(refusalOf(await ask(coordinator, SCHEDULE, meeting(more)))).toBe(expected);
});

it.each([
  ['POLICE_OFFICER', 'FORBIDDEN capacityMayNot'],
  ['SOCIAL_WORKER', 'FORBIDDEN capacityMayNot'],
])('is refused to a %s', async (profession, expected) => {
  const { token } = app.persona({ municipality: 'Uddevalla', profession });
  expect(refusalOf(await ask(token, SCHEDULE, meeting()))).toBe(expected);
});

it('is refused to the family and to the coordinator of another municipality', async () => {
  const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
  const id = await scheduled();
  expect(refusalOf(await ask(app.persona({ name: 'Alva' }).token, SCHEDULE, meeting()))).toBe(
    'FORBIDDEN capacityMayNot',
  );
  expect(refusalOf(await ask(elsewhere, MOVE, moved(id)))).toBe('NOT_FOUND nodeNotFound');
  expect((await ask(elsewhere, MOVE, moved(id))).errors?.[0]?.message).toBe(
    (await ask(elsewhere, MOVE, moved(randomUUID()))).errors?.[0]?.message,
  );
});

it('can neither be moved nor cancelled once it is cancelled', async () => {
  const meetingId = await scheduled();
  await ask(coordinator, CANCEL, { requestId: randomUUID(), meetingId, expectedVersion: 1 });
  const late = { meetingId, expectedVersion: 2 };
  expect(refusalOf(await ask(coordinator, MOVE, moved(meetingId, late)))).toBe('INVALID_STATE meetingNotPlanned');
  expect(refusalOf(await ask(coordinator, CANCEL, { requestId: randomUUID(), ...late }))).toBe(
    'INVALID_STATE meetingNotPlanned',
  );
});

it.each([
  ['moved', MOVE, (id: string) => moved(id)],
  ['cancelled', CANCEL, (meetingId: string) => ({ requestId: randomUUID(), meetingId })],
])('is %s under the version that was read, and a lost race is told how it stands', async (_, document, input) => {
  const id = await scheduled();
  const winner = moved(id, { expectedVersion: 1 });
  expect(refusalOf(await ask(coordinator, MOVE, winner))).toBe('');
  const lost = await ask(coordinator, document, { ...input(id), expectedVersion: 1 });
  expect(refusalOf(lost)).toBe('CONFLICT versionPassed');
  const current = { id, version: 2, status: 'PLANNED', ...onlyTimes(winner) };
  expect(lost.errors?.[0]?.extensions).toMatchObject({ current });
  expect(refusalOf(await ask(coordinator, document, { ...input(id), expectedVersion: 2 }))).toBe('');
  await ask(coordinator, CANCEL, { requestId: randomUUID(), meetingId: id, expectedVersion: 3 });
  const late = await ask(coordinator, document, { ...input(id), expectedVersion: 2 });
  expect(refusalOf(late)).toBe('CONFLICT versionPassed');
  expect(late.errors?.[0]?.extensions).toMatchObject({ current: { id, status: 'CANCELLED' } });
});

it('needs the consent that carries the case, except for the introductory talk', async () => {
  const hugo = await caseByName('Hugo');
  expect(refusalOf(await ask(coordinator, SCHEDULE, meeting({ caseId: hugo })))).toBe(
    'CONSENT_REQUIRED meetingNeedsConsent',
  );
  expect(refusalOf(await ask(coordinator, SCHEDULE, meeting({ caseId: hugo, kind: 'INTRODUCTION' })))).toBe('');
});

async function caseByName(name: string): Promise<string> {
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    coordinator,
    `query ($name: String) { cases(search: $name) { edges { node { id } } } }`,
    { name },
  );
  return data.cases.edges[0]!.node.id;
}

it('comes in a series by the cadence of the local rules, and is due by what was held', async () => {
  const series = `mutation ($input: ScheduleMeetingSeriesInput!) { made: scheduleMeetingSeries(input: $input) { kind status startsAt } }`;
  const input = { requestId: randomUUID(), caseId: alva.id, startsAt: inDays(5), endsAt: inDays(5, 60), count: 3 };
  const { data } = await app.ask<{ made: { kind: string; startsAt: string }[] }>(coordinator, series, { input });
  const days = data.made.map(({ startsAt }) =>
    Math.round((Date.parse(startsAt) - Date.parse(data.made[0]!.startsAt)) / DAY),
  );
  expect(days).toEqual([0, 14, 28]);
  const due = `query ($id: ID!) { case(id: $id) { nextMeetingDue { from through overdue } } }`;
  type Due = { case: { nextMeetingDue: { from: string; through: string; overdue: boolean } } };
  const { nextMeetingDue } = (await app.ask<Due>(coordinator, due, { id: alva.id })).data.case;
  const between = (Date.parse(nextMeetingDue.through) - Date.parse(nextMeetingDue.from)) / DAY;
  expect([between, typeof nextMeetingDue.overdue]).toEqual([7, 'boolean']);
});
