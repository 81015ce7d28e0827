import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

let app: TestApp;
let alva: YoungCase;
let elias: YoungCase;
let coordinator: string;
const persona = (profession: string): { id: string; token: string } =>
  app.persona({ municipality: 'Uddevalla', profession });

const END = `mutation ($input: EndAssignmentInput!) { ended: endAssignment(input: $input) { id until } }`;
const CLOSE = `mutation ($input: CloseCaseInput!) { closed: closeCase(input: $input) { status closedOn closingReason } }`;
interface Ended {
  ended: { id: string; until: string | null } | null;
}
interface Closed {
  closed: { status: string; closedOn: string; closingReason: string } | null;
}
const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const end = (as: string, participantId: string, requestId: string = randomUUID()): Promise<Answer<Ended>> =>
  app.ask<Ended>(as, END, { input: { requestId, participantId } });
const close = (as: string, more: object = {}): Promise<Answer<Closed>> => {
  const input = { requestId: randomUUID(), caseId: elias.id, reason: 'GOALS_REACHED', followUpUntil: inDays(60) };
  return app.ask<Closed>(as, CLOSE, { input: { ...input, ...more } });
};
async function assignmentOf(id: string, caseId = alva.id): Promise<string> {
  const { rows } = await asOwner(app.database.login, (client) =>
    client.query<{ id: string }>('select id from assignment where role_term_id = $1 and case_id = $2', [id, caseId]),
  );
  return rows[0]!.id;
}
const knows = async (as: string, id: string): Promise<boolean> =>
  (await app.ask<{ case: object | null }>(as, 'query ($id: ID!) { case(id: $id) { id } }', { id })).data.case !== null;

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, app.persona({ name: 'Alva' }).token);
  elias = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Elias' }).token);
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;
});
afterAll(() => app.stop());

describe('an assignment', () => {
  it('is ended by the coordinator, and from then on that professional knows no case', async () => {
    const { id, token } = persona('POLICE_OFFICER');
    const assignment = await assignmentOf(id);
    expect(await knows(token, alva.id)).toBe(true);
    const { data, errors } = await end(coordinator, assignment);
    expect(errors).toBeUndefined();
    expect(data.ended).toMatchObject({ id: assignment, until: expect.any(String) as string });
    expect(await knows(token, alva.id)).toBe(false);
    expect(refusalOf(await end(coordinator, assignment))).toBe('INVALID_STATE assignmentEnded');
  });

  it('is ended by the professional, who then has nothing to be shown; repeated it is the same, asked anew not found', async () => {
    const { id, token } = persona('LEISURE_LEADER');
    const assignment = await assignmentOf(id);
    const requestId = randomUUID();
    const { data, errors, text } = await end(token, assignment, requestId);
    expect([data.ended, errors]).toEqual([null, undefined]);
    expect((await end(token, assignment, requestId)).text).toBe(text);
    expect(refusalOf(await end(token, randomUUID(), requestId))).toBe('CONFLICT requestIdReused');
    expect(refusalOf(await end(persona('PRINCIPAL').token, assignment, requestId))).toBe('NOT_FOUND nodeNotFound');
    expect(await knows(token, alva.id)).toBe(false);
    expect(refusalOf(await end(token, assignment))).toBe('NOT_FOUND nodeNotFound');
  });

  it("of somebody else is not a professional's to see, and the coordinator's stays", async () => {
    const others = await assignmentOf(persona('SOCIAL_WORKER').id);
    const [hidden, unknown] = [
      await end(persona('PRINCIPAL').token, others),
      await end(persona('PRINCIPAL').token, randomUUID()),
    ];
    expect(refusalOf(hidden)).toBe('NOT_FOUND nodeNotFound');
    expect(hidden.text).toBe(unknown.text);
    const own = await assignmentOf(persona('COORDINATOR').id);
    expect(refusalOf(await end(coordinator, own))).toBe('INVALID_STATE coordinatorStays');
    expect(refusalOf(await end(app.persona({ name: 'Alva' }).token, others))).toBe('FORBIDDEN capacityMayNot');
  });
});

describe('a case', () => {
  it.each([
    ['that is over', -1],
    ['that lasts two years', 730],
  ])('is not closed with a follow-up %s', async (_, days) => {
    expect(refusalOf(await close(coordinator, { followUpUntil: inDays(days) }))).toBe('BAD_USER_INPUT followUpTimes');
  });

  it('is closed by its coordinator alone, once, with a reason and an end of every assignment', async () => {
    const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
    expect(refusalOf(await close(persona('PRINCIPAL').token))).toBe('FORBIDDEN capacityMayNot');
    expect(refusalOf(await close(elsewhere))).toBe('NOT_FOUND nodeNotFound');
    const [requestId, followUpUntil] = [randomUUID(), inDays(60)];
    const first = await close(coordinator, { requestId, followUpUntil });
    expect(first.data.closed).toMatchObject({ status: 'CLOSED', closingReason: 'GOALS_REACHED' });
    expect((await close(coordinator, { requestId, followUpUntil })).text).toBe(first.text);
    expect(refusalOf(await close(coordinator))).toBe('INVALID_STATE statusForbids');
    const { rows } = await asOwner(app.database.login, (client) =>
      client.query<{ late: string; kinds: string[] }>(
        `select (select count(*) from assignment where case_id = $1 and (valid_until is null or valid_until > $2)) as late,
          (select array_agg(kind order by kind) from outbox where case_id = $1) as kinds`,
        [elias.id, followUpUntil],
      ),
    );
    expect(rows[0]).toEqual({ late: '0', kinds: ['ASSIGNMENT_CHANGED', 'CASE_CHANGED'] });
    expect(await knows(coordinator, elias.id)).toBe(true);
  });
});

describe('in a closed case', () => {
  it('a piece that the viewer may not see is as unknown as one that is not there', async () => {
    await asOwner(app.database.login, (client) =>
      client.query(`update case_file set status = 'CLOSED' where id = $1`, [elias.id]),
    );
    const { rows } = await asOwner(app.database.login, (client) =>
      client.query<{ id: string }>(
        `select id from ${rowsOf('ACTION')} x where case_id = $1 and holder_id <> all($2::uuid[]) and not held_back limit 1`,
        [elias.id, [elias.agency('POLICE')]],
      ),
    );
    const document = 'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { id } }';
    const police = (actionId: string): Promise<Answer<unknown>> =>
      app.ask(persona('POLICE_OFFICER').token, document, {
        input: { requestId: randomUUID(), actionId, expectedVersion: 1, status: 'DONE' },
      });
    const [hidden, unknown] = [await police(rows[0]!.id), await police(randomUUID())];
    expect(refusalOf(unknown)).toBe('NOT_FOUND nodeNotFound');
    expect(hidden.text).toBe(unknown.text);
  });
});
