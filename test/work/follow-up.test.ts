import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

const DAY = 86_400_000;
const BEGUN = Date.now();
const inDays = (days: number, minutes = 0): string => new Date(BEGUN + days * DAY + minutes * 60_000).toISOString();
const times = (days: number): object => ({ startsAt: inDays(days), endsAt: inDays(days, 60) });
const EVALUATION = 'Alva går i skolan igen och rider på onsdagar.';

interface Met {
  id: string;
  status: string;
  version: number;
  startsAt: string;
  invitations: { id: string; answer: string }[];
}
type Changed = Answer<{ it: Met | null }>;
interface Evaluated {
  case: { status: string; closingEvaluation: { id: string; text: string; author: { name: string } } | null } | null;
}

let app: TestApp;
let alva: YoungCase;
let coordinator: Persona;
let principal: Persona;
let police: Persona;
let young: Persona;
/** Within the follow-up of sixty days, and behind it. */
let within: string;
let behind: string;

function change(by: Persona, field: string, type: string, input: object): Promise<Changed> {
  const fields = field === 'closeCase' ? 'id' : 'id status version startsAt invitations { id answer }';
  const document = `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${fields} } }`;
  return app.ask(by.token, document, { input: { requestId: randomUUID(), ...input } });
}
const schedule = (days: number, kind = 'FOLLOW_UP'): Promise<Changed> =>
  change(coordinator, 'scheduleMeeting', 'ScheduleMeetingInput', { caseId: alva.id, kind, ...times(days) });
async function evaluationTo({ token }: Persona): Promise<Evaluated['case']> {
  const query = 'query ($id: ID!) { case(id: $id) { status closingEvaluation { id text author { name } } } }';
  return (await app.ask<Evaluated>(token, query, { id: alva.id })).data.case;
}
async function statusOf(meetingId: string): Promise<string | undefined> {
  const query = 'query ($id: ID!) { case(id: $id) { meetings(first: 100) { edges { node { id status } } } } }';
  type All = { case: { meetings: { edges: { node: { id: string; status: string } }[] } } };
  const { data } = await app.ask<All>(young.token, query, { id: alva.id });
  return data.case.meetings.edges.find(({ node }) => node.id === meetingId)?.node.status;
}

beforeAll(async () => {
  app = await startTestApp();
  const inUddevalla = (who: object): Persona => app.persona({ municipality: 'Uddevalla', ...who });
  coordinator = inUddevalla({ capacity: 'COORDINATOR' });
  principal = inUddevalla({ profession: 'PRINCIPAL' });
  police = inUddevalla({ profession: 'POLICE_OFFICER' });
  young = inUddevalla({ name: 'Alva' });
  alva = await caseOf(app, young.token);
  [within, behind] = [(await schedule(10)).data.it!.id, (await schedule(100)).data.it!.id];
  await change(coordinator, 'closeCase', 'CloseCaseInput', {
    ...{ caseId: alva.id, reason: 'GOALS_REACHED', followUpUntil: inDays(60), evaluation: EVALUATION },
  });
});
afterAll(() => app.stop());

it('the whole is evaluated at the closing: read by the family by right, by the agencies within consent', async () => {
  const evaluated = { text: EVALUATION, author: { name: coordinator.name } };
  const seen = await evaluationTo(young);
  expect(seen).toMatchObject({ status: 'CLOSED', closingEvaluation: evaluated });
  for (const somebody of [coordinator, principal]) {
    expect((await evaluationTo(somebody))?.closingEvaluation).toMatchObject(evaluated);
  }
  const { id } = seen!.closingEvaluation!;
  const hold = 'mutation ($pieceId: ID!) { holdBack(pieceId: $pieceId) { id } }';
  expect(refusalOf(await app.ask(coordinator.token, hold, { pieceId: id }))).toBe('');
  expect(await evaluationTo(principal)).toEqual({ status: 'CLOSED', closingEvaluation: null });
  const query = 'query ($id: ID!) { case(id: $id) { closingEvaluation { text } } }';
  // Whoever reads all of it is not told that something else was withheld.
  expect((await app.ask(coordinator.token, query, { id: alva.id })).withheld).toEqual([]);
});

it('what is planned behind the follow-up is cancelled with the closing, and what lies within it stands', async () => {
  expect([await statusOf(within), await statusOf(behind)]).toEqual(['PLANNED', 'CANCELLED']);
});

it('meets for the follow-up alone, and while it lasts', async () => {
  expect(refusalOf(await schedule(20))).toBe('');
  expect(refusalOf(await schedule(61))).toBe('BAD_USER_INPUT meetingAfterFollowUp');
  expect(refusalOf(await schedule(20, 'CLOSING'))).toBe('INVALID_STATE statusForbids');
  const move = (days: number): Promise<Changed> =>
    change(coordinator, 'rescheduleMeeting', 'RescheduleMeetingInput', {
      ...{ meetingId: within, expectedVersion: 1, ...times(days) },
    });
  expect(refusalOf(await move(61))).toBe('BAD_USER_INPUT meetingAfterFollowUp');
  expect(refusalOf(await move(12))).toBe('');
});

it('calls, answers and writes down as ever, and decides on no new action', async () => {
  const invitees = [{ personId: alva.youngPersonId }, { professionalId: principal.id }, { professionalId: police.id }];
  const called = await change(coordinator, 'invite', 'InviteInput', { meetingId: within, invitees });
  expect(refusalOf(called)).toBe('');
  const query = `query ($id: ID!) { node(id: $id) { ... on Meeting { invitations { id invitee { __typename } } } } }`;
  type Calls = { node: { invitations: { id: string; invitee: { __typename: string } }[] } };
  const { invitations } = (await app.ask<Calls>(young.token, query, { id: within })).data.node;
  const { id: invitationId } = invitations.find(({ invitee }) => invitee.__typename === 'YoungPerson')!;
  const answer = { invitationId, answer: 'ACCEPTED' };
  expect(refusalOf(await change(young, 'answerInvitation', 'AnswerInvitationInput', answer))).toBe('');
  await setClock(app.database.login, BEGUN + 12.5 * DAY);
  const held = { meetingId: within, expectedVersion: called.data.it!.version, minutes: 'Det går bra.' };
  const record = (decisions: object[]): Promise<Changed> =>
    change(coordinator, 'recordMeeting', 'RecordMeetingInput', { ...held, attendance: [], decisions });
  const goal = 'query ($id: ID!) { case(id: $id) { plan { goals { id } } } }';
  type Goals = { case: { plan: { goals: { id: string }[] } } };
  const { goals } = (await app.ask<Goals>(coordinator.token, goal, { id: alva.id })).data.case.plan;
  const action = { goalId: goals[0]!.id, responsible: { professionalId: principal.id } };
  expect(refusalOf(await record([{ category: 'PLAN', text: 'En sak till', action }]))).toBe(
    'INVALID_STATE statusForbids',
  );
  expect(refusalOf(await record([{ category: 'PLAN', text: 'Alva hör av sig om det behövs' }]))).toBe('');
  expect(await statusOf(within)).toBe('HELD');
});

it('without the consent that carried it, the agencies meet no more', async () => {
  const withdraw = 'mutation ($caseId: ID!) { withdrawConsent(caseId: $caseId) { id } }';
  expect(refusalOf(await app.ask(young.token, withdraw, { caseId: alva.id }))).toBe('');
  expect(refusalOf(await schedule(30))).toBe('CONSENT_REQUIRED meetingNeedsConsent');
  const query = 'query ($id: ID!) { case(id: $id) { closingEvaluation { text } } }';
  const { data, withheld } = await app.ask(principal.token, query, { id: alva.id });
  const cells = [{ holder: alva.agency('SOCIAL_SERVICES'), category: 'PLAN' }];
  expect(data).toEqual({ case: { closingEvaluation: null } });
  expect(withheld).toMatchObject([{ path: ['case', 'closingEvaluation'], reason: 'NO_CONSENT', extent: 'ALL', cells }]);
});
