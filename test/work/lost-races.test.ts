/** A lost race is a CONFLICT that carries all that its winner may have changed, as far as the loser may see it. */
import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

const HOUR = 3_600_000;
const BEGUN = Math.floor(Date.now() / 1000) * 1000;
const times = (hours: number): { startsAt: string; endsAt: string } => ({
  startsAt: new Date(BEGUN + hours * HOUR).toISOString(),
  endsAt: new Date(BEGUN + (hours + 1) * HOUR).toISOString(),
});

let app: TestApp;
let alva: YoungCase;
let coordinator: Persona;
let leisure: Persona;

interface Made {
  it: { id: string; version: number };
}
const change = (by: Persona, field: string, input: object): Promise<Answer<Made>> => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { it: ${field}(input: $input) { id version } }`;
  return app.ask<Made>(by.token, document, { input: { requestId: randomUUID(), ...input } });
};
const made = async (by: Persona, field: string, input: object): Promise<string> =>
  (await change(by, field, input)).data.it.id;
const currentOf = ({ errors }: Answer<unknown>): unknown =>
  (errors?.[0]?.extensions as { current?: unknown } | undefined)?.current;

beforeAll(async () => {
  app = await startTestApp();
  const inUddevalla = (who: object): Persona => app.persona({ municipality: 'Uddevalla', ...who });
  coordinator = inUddevalla({ capacity: 'COORDINATOR' });
  leisure = inUddevalla({ profession: 'LEISURE_LEADER' });
  alva = await caseOf(app, inUddevalla({ name: 'Alva' }).token);
});
afterAll(() => app.stop());

describe('about an action', () => {
  async function action(responsible: object): Promise<string> {
    const query = 'query ($id: ID!) { case(id: $id) { plan { id } } }';
    type Plan = { case: { plan: { id: string } } };
    const { plan } = (await app.ask<Plan>(leisure.token, query, { id: alva.id })).data.case;
    const goal = { planId: plan.id, area: 'LEISURE', inProfessionalWords: 'Ett mål' };
    const goalId = await made(leisure, 'addGoal', goal);
    return made(leisure, 'addAction', { goalId, what: 'Prova simning', responsible });
  }

  it('tells who is responsible now', async () => {
    const actionId = await action({ agencyId: alva.agency('LEISURE') });
    const mine = { actionId, expectedVersion: 1, responsible: { professionalId: leisure.id } };
    await change(leisure, 'updateAction', mine);
    const lost = await change(leisure, 'updateAction', { ...mine, responsible: { personId: alva.youngPersonId } });
    expect(refusalOf(lost)).toBe('CONFLICT versionPassed');
    expect(currentOf(lost)).toMatchObject({
      ...{ id: actionId, version: 2, what: 'Prova simning' },
      responsible: { __typename: 'Professional', id: leisure.id },
    });
  });

  it('names nobody whom the loser may not see', async () => {
    const actionId = await action({ personId: alva.guardianIds[0] });
    await change(leisure, 'updateAction', { actionId, expectedVersion: 1, what: 'Simskola' });
    await asOwner(app.database.login, (client) =>
      client.query(
        `update piece set held_back = true where id in (select id from ${rowsOf('GUARDIAN')} g where case_id = $1)`,
        [alva.id],
      ),
    );
    const lost = await change(leisure, 'updateAction', { actionId, expectedVersion: 1, what: 'Dykning' });
    expect(currentOf(lost)).toMatchObject({ version: 2, what: 'Simskola', responsible: null });
    // What is not seen is not overwritten either.
    const handed = { actionId, expectedVersion: 2, responsible: { professionalId: leisure.id } };
    expect(refusalOf(await change(leisure, 'updateAction', handed))).toBe('FORBIDDEN responsibleNotSeen');
    // A due date that is taken away is no handover: it counts for who does not see who is responsible as well.
    await change(leisure, 'updateAction', { actionId, expectedVersion: 2, dueOn: '2027-03-01' });
    const cleared = await change(leisure, 'updateAction', { actionId, expectedVersion: 3, dueOn: null });
    expect(cleared.data.it.version).toBe(4);
  });
});

describe('about a meeting', () => {
  const scheduled = (hours: number): Promise<string> =>
    made(coordinator, 'scheduleMeeting', {
      ...{ caseId: alva.id, kind: 'FOLLOW_UP', place: 'Rum Lingon', ...times(hours) },
    });

  it('tells the agenda and the place of the other one', async () => {
    const meetingId = await scheduled(30);
    const agenda = (title: string): object => ({
      ...{
        meetingId,
        expectedVersion: 1,
        items: [{ category: 'SCHOOL_RESULTS', title, sourceId: alva.agency('SCHOOL') }],
      },
    });
    await change(coordinator, 'setAgenda', agenda('Betygen'));
    const lost = await change(coordinator, 'setAgenda', agenda('Matematiken'));
    expect(refusalOf(lost)).toBe('CONFLICT versionPassed');
    const item = { title: 'Betygen', category: 'SCHOOL_RESULTS', source: { id: alva.agency('SCHOOL') } };
    expect(currentOf(lost)).toMatchObject({
      ...{ id: meetingId, version: 2, status: 'PLANNED', place: 'Rum Lingon', ...times(30) },
      agenda: [item],
    });
  });

  it.each([
    ['an agenda', 'setAgenda', { items: [] }],
    ['a record', 'recordMeeting', { attendance: [], decisions: [] }],
  ])('%s that comes after it was cancelled has lost a race like any other', async (_, field, more) => {
    const meetingId = await scheduled(40);
    await asOwner(app.database.login, (client) =>
      client.query(
        `update piece set plain = plain || jsonb_build_object('startsAt', sig.ms(now() - interval '1 hour')) where id = $1`,
        [meetingId],
      ),
    );
    await change(coordinator, 'cancelMeeting', { meetingId, expectedVersion: 1 });
    const lost = await change(coordinator, field, { meetingId, expectedVersion: 1, ...more });
    expect(refusalOf(lost)).toBe('CONFLICT versionPassed');
    expect(currentOf(lost)).toMatchObject({ id: meetingId, version: 2, status: 'CANCELLED' });
    const again = await change(coordinator, field, { meetingId, expectedVersion: 2, ...more });
    expect(refusalOf(again)).toBe('INVALID_STATE meetingNotPlanned');
  });
});
