import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { openPools } from '../../src/storage/pools.js';
import { asOwner, viewing } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';

const statements: string[] = [];
let app: TestApp;
let coordinator: Persona;
let principal: Persona;
let alva: Persona;
let alvasCase: string;
let eliasCase: string;

const HOUR = 60 * 60 * 1000;
const began = Date.now() + 90 * 24 * HOUR;
const SHOWN = '{ id invitations { id isBusy invitee { __typename ... on Professional { id } } } }';
interface Called {
  id: string;
  isBusy: boolean | null;
  invitee: { __typename: string; id?: string } | null;
}
interface Shown {
  id: string;
  invitations: Called[];
}

async function change(as: Persona, field: string, type: string, input: object): Promise<Answer<{ meeting: Shown }>> {
  const document = `mutation ($input: ${type}!) { meeting: ${field}(input: $input) ${SHOWN} }`;
  return app.ask(as.token, document, { input: { requestId: randomUUID(), ...input } });
}
/** Each test has hours of its own, in a month where the demonstration's cases have no meeting of their own. */
async function called(caseId: string, startsIn: number, ...invitees: object[]): Promise<Shown> {
  const [startsAt, endsAt] = [startsIn, startsIn + 2].map((hours) => new Date(began + hours * HOUR).toISOString());
  const planned = { caseId, kind: 'FOLLOW_UP', startsAt, endsAt };
  const { data } = await change(coordinator, 'scheduleMeeting', 'ScheduleMeetingInput', planned);
  const { id: meetingId } = data.meeting;
  return (await change(coordinator, 'invite', 'InviteInput', { meetingId, invitees })).data.meeting;
}
const node = (as: Persona, id: string): Promise<Answer<{ node: Shown | null }>> =>
  app.ask(as.token, `query ($id: ID!) { node(id: $id) { ... on Meeting ${SHOWN} } }`, { id });
async function busy(id: string): Promise<(boolean | null)[]> {
  return (await node(coordinator, id)).data.node!.invitations.map(({ isBusy }) => isBusy);
}
async function caseNamed(name: string): Promise<string> {
  const query = 'query ($name: String) { cases(search: $name) { edges { node { id } } } }';
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(coordinator.token, query, { name });
  return data.cases.edges[0]!.node.id;
}

beforeAll(async () => {
  app = await startTestApp({ onStatement: (name) => statements.push(name) });
  const inUddevalla = (more: object): Persona => app.persona({ municipality: 'Uddevalla', ...more });
  coordinator = inUddevalla({ capacity: 'COORDINATOR' });
  principal = inUddevalla({ profession: 'PRINCIPAL' });
  alva = inUddevalla({ name: 'Alva' });
  alvasCase = (await caseOf(app, alva.token)).id;
  eliasCase = await caseNamed('Elias');
});
afterAll(() => app.stop());

it('tells the coordinator who is called elsewhere at that time, and neither where nor about whom', async () => {
  const one = await called(alvasCase, 100, { professionalId: principal.id }, { personId: alva.id });
  expect((await busy(one.id)).toSorted()).toEqual([false, null]);
  const touching = await called(eliasCase, 102, { professionalId: principal.id });
  expect(await busy(touching.id)).toEqual([false]);
  const other = await called(eliasCase, 101, { professionalId: principal.id }, { professionalId: coordinator.id });
  const answer = await node(coordinator, one.id);
  const flags = answer.data.node!.invitations.map(({ isBusy, invitee }) => [invitee?.__typename, isBusy]);
  expect(flags.toSorted()).toEqual([
    ['Professional', true],
    ['YoungPerson', null],
  ]);
  expect([other.id, eliasCase].filter((id) => answer.text.includes(id))).toEqual([]);
  const elsewhere = (await node(coordinator, other.id)).data.node!.invitations;
  expect(elsewhere.map(({ invitee, isBusy }) => [invitee?.id === principal.id, isBusy])).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, false],
    ]),
  );
});

it('tells nobody else: not the professional who is called, nor the young person, nor another municipality', async () => {
  const one = await called(alvasCase, 200, { professionalId: principal.id });
  await called(eliasCase, 200, { professionalId: principal.id });
  for (const as of [principal, alva]) {
    expect((await node(as, one.id)).data.node!.invitations.map(({ isBusy }) => isBusy)).toEqual([null]);
  }
  const vellinge = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  expect((await node(vellinge, one.id)).data.node).toBeNull();
});

it('is no answer of the database either, but to the coordinator who knows the case', async () => {
  const one = await called(alvasCase, 400, { professionalId: principal.id });
  await called(eliasCase, 401, { professionalId: principal.id });
  const ids = one.invitations.map(({ id }) => id);
  const vellinge = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const pools = openPools(app.database.login, { max: 2 });
  const answers: (number | null)[] = [];
  for (const { token, capacity } of [coordinator, principal, alva, vellinge]) {
    await viewing(pools.reader, [String(decodeJwt(token).sub), capacity], async (client) => {
      answers.push((await client.query('select from sig.busy_invitations($1)', [ids])).rowCount);
    });
  }
  await pools.end();
  expect(answers).toEqual([1, 0, 0, 0]);
});

it('forgets a call that was declined, withdrawn, cancelled or moved, and an assignment that ended', async () => {
  const one = await called(alvasCase, 300, { professionalId: principal.id });
  const other = await called(eliasCase, 300, { professionalId: principal.id });
  const [invitation] = other.invitations;
  const answered = (answer: string): Promise<Answer<{ meeting: Shown }>> =>
    change(principal, 'answerInvitation', 'AnswerInvitationInput', { invitationId: invitation!.id, answer });
  await answered('DECLINED');
  expect(await busy(one.id)).toEqual([false]);
  await answered('ACCEPTED');
  expect(await busy(one.id)).toEqual([true]);
  const until = (instant: Date | null): Promise<unknown> =>
    asOwner(app.database.login, (client) =>
      client.query('update assignment set valid_until = $3 where case_id = $1 and role_term_id = $2', [
        ...[eliasCase, principal.id, instant],
      ]),
    );
  await until(new Date(Date.now() - HOUR));
  expect(await busy(one.id)).toEqual([false]);
  await until(null);
  expect(await busy(one.id)).toEqual([true]);
  const withdrawn = { invitationId: invitation!.id };
  await change(coordinator, 'withdrawInvitation', 'WithdrawInvitationInput', withdrawn);
  expect(await busy(one.id)).toEqual([false]);
  await change(coordinator, 'invite', 'InviteInput', {
    meetingId: other.id,
    invitees: [{ professionalId: principal.id }],
  });
  expect(await busy(one.id)).toEqual([true]);
  expect(await busy(other.id)).toEqual(expect.arrayContaining([false, true]));
  await change(coordinator, 'cancelMeeting', 'CancelMeetingInput', { meetingId: other.id, expectedVersion: 1 });
  expect(await busy(one.id)).toEqual([false]);
});

it('asks the database once for all calls of all meetings', async () => {
  const count = async (fields: string): Promise<number> => {
    statements.length = 0;
    await app.ask(coordinator.token, `{ meetings(first: 20) { edges { node { invitations { ${fields} } } } } }`);
    return statements.length;
  };
  expect(await count('id isBusy')).toBe((await count('id')) + 1);
});
