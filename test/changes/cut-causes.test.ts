import { randomUUID } from 'node:crypto';
import { createDevelopmentTokens } from '../../src/http/token.js';
import { localDate, midnightOf } from '../../src/core/calendar.js';
import { setClock } from '../../src/storage/clock.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { bringInLine } from '../support/bring-in-line.js';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSchedule } from '../support/schedule.js';
import { TestSocket } from '../support/socket.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Every cause for which a stream is cut, through the API where somebody acts, and by the clock where nobody does. */
let app: TestApp;
let schedule: TestSchedule;
let writer: Changing;
/** Or another, where somebody else follows. */
let elias: YoungCase;
let socket: TestSocket;

beforeEach(async () => {
  schedule = new TestSchedule();
  app = await startTestApp({ schedule });
  writer = await changing(app.database);
  elias = await caseOf(app, persona({ name: 'Elias' }).token);
});
afterEach(async () => {
  socket.socket.terminate();
  await writer.end();
  await app.stop();
});

const persona = (wanted: Parameters<TestApp['persona']>[0]): Persona =>
  app.persona({ municipality: 'Uddevalla', ...wanted });
const coordinator = (): Persona => persona({ capacity: 'COORDINATOR' });

async function act(as: Persona, mutation: string, variables: object): Promise<void> {
  const { errors } = await app.ask(as.token, mutation, variables);
  expect(errors).toBeUndefined();
}

/** A stream about the plan of Elias's case that is known to be live. */
async function follows({ token }: Persona): Promise<void> {
  const { planId } = await planSeenBy(app, token, ({ id }) => id === elias.id);
  socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId: elias.id });
  await writer.change(elias.id, { PLAN_CHANGED: [planId] });
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ __typename: 'PlanChanged' });
}

/** What the stream ends with, and what comes after that on the socket. */
async function end(): Promise<unknown[]> {
  // What an act tells of itself before the cut may still have been seen.
  let told = (await socket.frame('a')).data?.['planChanged'];
  for (let before = 0; before < 5 && told?.['__typename'] === 'PlanChanged'; before++)
    told = (await socket.frame('a')).data?.['planChanged'];
  return [told, (await socket.next()).type, (await socket.marker()).type];
}

const cut = (reason: string): unknown[] => [
  expect.objectContaining({ __typename: 'AccessEnded', caseId: elias.id, reason }),
  'complete',
  'pong',
];

/** Nothing is written: the clock alone goes on. */
async function timePasses(to: number): Promise<void> {
  await setClock(app.database.login, to + 1_000);
  schedule.pass(Date.now(), to + 1);
}

const planFor = ({ agency }: Persona): object[] => [
  { fromId: coordinator().agency!.id, toId: agency!.id, categories: ['PLAN'] },
];

it('a signer takes consent back', async () => {
  const leisure = persona({ profession: 'LEISURE_LEADER' });
  await follows(leisure);
  await act(persona({ name: 'Elias' }), 'mutation ($id: ID!) { withdrawConsent(caseId: $id) { id } }', {
    id: elias.id,
  });
  expect(await end()).toEqual(cut('CONSENT_ENDED'));
});

it('a consent expires, by time alone', async () => {
  const leisure = persona({ profession: 'LEISURE_LEADER' });
  const until = Date.now() + HOUR;
  const input = {
    ...{ requestId: randomUUID(), caseId: elias.id, purpose: 'En samlad bild', grants: planFor(leisure) },
    signers: [elias.youngPersonId, ...elias.guardianIds].map((personId) => ({ personId, decision: 'GRANTED' })),
    evidence: { method: 'WRITTEN', formVersion: 'Blankett 1', language: 'sv', informedById: coordinator().id },
    until: new Date(until).toISOString(),
  };
  await act(coordinator(), 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', { input });
  await follows(leisure);
  expect(schedule.waitsFor(until)).toBe(true);
  await timePasses(until);
  expect(await end()).toEqual(cut('CONSENT_ENDED'));
});

it('the young person blocks it', async () => {
  const leisure = persona({ profession: 'LEISURE_LEADER' });
  await follows(leisure);
  const input = { requestId: randomUUID(), caseId: elias.id, cells: planFor(leisure) };
  await act(persona({ name: 'Elias' }), 'mutation ($input: BlockInput!) { block(input: $input) { id } }', { input });
  expect(await end()).toEqual(cut('CONSENT_ENDED'));
});

it('the coordinator ends the assignment', async () => {
  const leisure = persona({ profession: 'LEISURE_LEADER' });
  await follows(leisure);
  const { rows } = await writer.client.query<{ id: string }>(
    'select id from sig.assignment where role_term_id = $1 and case_id = $2 and valid_until is null',
    [leisure.id, elias.id],
  );
  const input = { requestId: randomUUID(), participantId: rows[0]!.id };
  await act(coordinator(), 'mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) { id } }', { input });
  expect(await end()).toEqual(cut('ASSIGNMENT_ENDED'));
});

it('the assignment ends, by time alone', async () => {
  const leisure = persona({ profession: 'LEISURE_LEADER' });
  const until = Date.now() + HOUR;
  await writer.change(elias.id, { ASSIGNMENT_CHANGED: [] }, (client) =>
    client.query('update sig.assignment set valid_until = $3 where role_term_id = $1 and case_id = $2', [
      leisure.id,
      elias.id,
      new Date(until),
    ]),
  );
  await follows(leisure);
  await timePasses(until);
  expect(await end()).toEqual(cut('ASSIGNMENT_ENDED'));
});

it('the role ends, by time alone', async () => {
  const leisure = persona({ profession: 'LEISURE_LEADER' });
  const until = Date.now() + HOUR;
  await writer.client.query('update sig.role_term set valid_until = $2 where id = $1', [leisure.id, new Date(until)]);
  await follows(leisure);
  await timePasses(until);
  expect(await end()).toEqual(cut('ASSIGNMENT_ENDED'));
});

it('the young person turns 18, and a guardian’s stream ends at that midnight, by time alone', async () => {
  const somebody = persona({ capacity: 'GUARDIAN' });
  // Midnight may be further ahead than a persona's token lasts.
  const { issueToken } = await createDevelopmentTokens((await loadKeys(app.database.dataDir)).tokens);
  const subject = { subjectId: somebody.id, capacity: 'GUARDIAN' } as const;
  const guardian = { ...somebody, token: await issueToken(subject, Date.now(), 2 * DAY) };
  elias = await caseOf(app, guardian.token);
  const midnight = midnightOf(localDate(Date.now() + DAY));
  const [year = 0, ...day] = localDate(midnight + HOUR).split('-');
  const born = [Number(year) - 18, ...day].join('-');
  await writer.change(elias.id, { CASE_CHANGED: [elias.id] }, async (client) => {
    await client.query('update sig.person set birth_date = $2 where id = $1', [elias.youngPersonId, born]);
    await bringInLine(client, elias.id);
  });
  await follows(guardian);
  expect(schedule.waitsFor(midnight)).toBe(true);
  await timePasses(midnight);
  expect(await end()).toEqual(cut('AGE_REACHED'));
});

it('the case is closed', async () => {
  await follows(persona({ profession: 'LEISURE_LEADER' }));
  const followUpUntil = new Date(Date.now() + 60 * DAY).toISOString();
  const input = { requestId: randomUUID(), caseId: elias.id, reason: 'GOALS_REACHED', followUpUntil };
  await act(coordinator(), 'mutation ($input: CloseCaseInput!) { closeCase(input: $input) { id } }', { input });
  expect(await end()).toEqual(cut('CASE_CLOSED'));
});
