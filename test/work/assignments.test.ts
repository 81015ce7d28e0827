import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
const someone = (profession: string, municipality = 'Uddevalla'): Persona => app.persona({ municipality, profession });
const coordinator = (): Persona => someone('COORDINATOR');

interface Asked {
  it: { id: string; state: string; caseNumber: string } | null;
}
const send = (as: Persona, field: string, type: string, input: object): Promise<Answer<Asked>> =>
  app.ask<Asked>(as.token, `mutation ($input: ${type}!) { it: ${field}(input: $input) { id state caseNumber } }`, {
    input: { requestId: randomUUID(), ...input },
  });
const assign = (who: Persona, more: object = {}, as = coordinator()): Promise<Answer<Asked>> =>
  send(as, 'assign', 'AssignInput', { caseId: alva.id, professionalId: who.id, duty: 'CONTACT', ...more });
const answer = (as: Persona, field: 'confirmAssignment' | 'declineAssignment', id: string): Promise<Answer<Asked>> =>
  send(as, field, 'AnswerAssignmentInput', { assignmentRequestId: id });
const knows = async ({ token }: Persona): Promise<boolean> =>
  (await app.ask<{ case: object | null }>(token, `{ case(id: "${alva.id}") { id } }`)).data.case !== null;
const WAITING =
  '{ viewer { assignmentRequests { id caseNumber duty state professional { name } requestedBy { name } } } }';
const waiting = async ({ token }: Persona): Promise<Answer<{ viewer: { assignmentRequests: { id: string }[] } }>> =>
  app.ask(token, WAITING);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, app.persona({ name: 'Alva' }).token);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await asOwner(app.database.login, async (client) => {
    await client.query('delete from assignment_request where case_id = $1', [alva.id]);
    const terms = [someone('SOCIAL_PEDAGOGUE').id, someone('UNIT_MANAGER').id, someone('FIELD_SECRETARY').id];
    await client.query('delete from assignment where case_id = $1 and role_term_id = any($2)', [alva.id, terms]);
  });
});

it('is a request until who is asked says yes; asked, they see a number and no name', async () => {
  const pedagogue = someone('SOCIAL_PEDAGOGUE');
  const { data, errors } = await assign(pedagogue);
  expect(errors).toBeUndefined();
  const { id } = data.it!;
  expect(await knows(pedagogue)).toBe(false);
  const seen = await waiting(pedagogue);
  expect(seen.data.viewer.assignmentRequests).toEqual([
    {
      id,
      caseNumber: expect.stringMatching(/^SIG-\d{4}-011$/) as string,
      duty: 'CONTACT',
      state: 'REQUESTED',
      professional: { name: pedagogue.name },
      requestedBy: { name: coordinator().name },
    },
  ]);
  expect(seen.text).not.toMatch(/Alva|Nordfeldt/);
  expect((await waiting(someone('POLICE_OFFICER'))).data.viewer.assignmentRequests).toEqual([]);
  expect((await waiting(app.persona({ name: 'Alva' }))).data.viewer.assignmentRequests).toEqual([]);

  expect(refusalOf(await answer(someone('POLICE_OFFICER'), 'confirmAssignment', id))).toBe('NOT_FOUND nodeNotFound');
  expect(refusalOf(await answer(coordinator(), 'confirmAssignment', id))).toBe('NOT_FOUND nodeNotFound');
  expect((await answer(pedagogue, 'confirmAssignment', id)).data.it).toMatchObject({ id, state: 'CONFIRMED' });
  expect(await knows(pedagogue)).toBe(true);
  expect((await waiting(pedagogue)).data.viewer.assignmentRequests).toEqual([]);
  expect(refusalOf(await answer(pedagogue, 'declineAssignment', id))).toBe('INVALID_STATE assignmentAnswered');
  expect(refusalOf(await assign(pedagogue))).toBe('INVALID_STATE assignedAlready');
});

it('is confirmed by the unit manager of the agency asked as well, who does not know the case by that', async () => {
  const [manager, pedagogue] = [someone('UNIT_MANAGER'), someone('SOCIAL_PEDAGOGUE')];
  const id = (await assign(pedagogue)).data.it!.id;
  expect((await waiting(manager)).data.viewer.assignmentRequests).toMatchObject([{ id }]);
  expect((await answer(manager, 'confirmAssignment', id)).data.it).toMatchObject({ state: 'CONFIRMED' });
  expect([await knows(pedagogue), await knows(manager)]).toEqual([true, false]);
});

describe('what an agency takes part in', () => {
  const ANSWERED_FOR =
    '{ viewer { agencyAssignments { id caseNumber duty from until professional { id profession agency { id } } } } }';
  interface Place {
    id: string;
    caseNumber: string;
    duty: string | null;
    professional: { id: string; profession: string; agency: { id: string } };
  }
  const places = async ({ token }: Persona): Promise<Answer<{ viewer: { agencyAssignments: Place[] } }>> =>
    app.ask(token, ANSWERED_FOR);
  const end = (as: Persona, participantId: string, requestId: string = randomUUID()): Promise<Answer<{ it: object }>> =>
    app.ask(as.token, 'mutation ($input: EndAssignmentInput!) { it: endAssignment(input: $input) { id } }', {
      input: { requestId, participantId },
    });
  const placeOf = async (manager: Persona, { id }: Persona): Promise<Place | undefined> =>
    (await places(manager)).data.viewer.agencyAssignments.find(
      ({ caseNumber, professional }) => professional.id === id && caseNumber.endsWith('-011'),
    );

  it('is ended by its unit manager too, who is told a number and no name', async () => {
    const [manager, pedagogue] = [someone('UNIT_MANAGER'), someone('SOCIAL_PEDAGOGUE')];
    await answer(pedagogue, 'confirmAssignment', (await assign(pedagogue)).data.it!.id);
    const { data, text } = await places(manager);
    expect(text).not.toMatch(/Alva|Nordfeldt/);
    const [own] = new Set(data.viewer.agencyAssignments.map(({ professional }) => professional.agency.id));
    expect(data.viewer.agencyAssignments.every(({ professional: { agency } }) => agency.id === own)).toBe(true);
    expect(data.viewer.agencyAssignments.map(({ professional }) => professional.profession)).not.toContain(
      'COORDINATOR',
    );
    const place = (await placeOf(manager, pedagogue))!;
    expect(place.duty).toBe('CONTACT');

    const requestId = randomUUID();
    const ended = await end(manager, place.id, requestId);
    expect([ended.data.it, ended.errors]).toEqual([null, undefined]);
    expect([await knows(pedagogue), await knows(manager)]).toEqual([false, false]);
    expect(await placeOf(manager, pedagogue)).toBeUndefined();
    expect((await end(manager, place.id, requestId)).text).toBe(ended.text);
    expect(refusalOf(await end(manager, place.id))).toBe('INVALID_STATE assignmentEnded');
  });

  it("is no other agency's, no colleague's and no other municipality's to end or to be told", async () => {
    const pedagogue = someone('SOCIAL_PEDAGOGUE');
    await answer(pedagogue, 'confirmAssignment', (await assign(pedagogue)).data.it!.id);
    const { id } = (await placeOf(someone('UNIT_MANAGER'), pedagogue))!;
    for (const who of [someone('SOCIAL_WORKER'), someone('PRINCIPAL'), someone('UNIT_MANAGER', 'Vellinge')]) {
      expect(refusalOf(await end(who, id))).toBe('NOT_FOUND nodeNotFound');
      expect(await placeOf(who, pedagogue)).toBeUndefined();
    }
    const others = await asOwner(app.database.login, (client) =>
      client.query<{ id: string }>(
        `select a.id from assignment a join role_term t on t.id = a.role_term_id
          where a.case_id = $1 and t.profession in ('POLICE_OFFICER', 'COORDINATOR') order by t.profession`,
        [alva.id],
      ),
    );
    for (const row of others.rows) {
      expect(refusalOf(await end(someone('UNIT_MANAGER'), row.id))).toBe('NOT_FOUND nodeNotFound');
    }
    expect((await places(someone('SOCIAL_WORKER'))).data.viewer.agencyAssignments).toEqual([]);
    expect((await places(app.persona({ capacity: 'STEERING_MEMBER' }))).data.viewer.agencyAssignments).toEqual([]);
    expect(await knows(pedagogue)).toBe(true);
  });
});

it('declined, gives nothing, and may be asked again; the coordinator sees both', async () => {
  const pedagogue = someone('SOCIAL_PEDAGOGUE');
  const id = (await assign(pedagogue)).data.it!.id;
  expect(refusalOf(await assign(pedagogue))).toBe('INVALID_STATE askedAlready');
  expect((await answer(pedagogue, 'declineAssignment', id)).data.it).toMatchObject({ state: 'DECLINED' });
  expect(await knows(pedagogue)).toBe(false);
  expect(refusalOf(await assign(pedagogue))).toBe('');
  const asked = async ({ token }: Persona): Promise<unknown> =>
    (
      await app.ask<{ case: { assignmentRequests: object[] | null } }>(
        token,
        `{ case(id: "${alva.id}") { assignmentRequests { state } } }`,
      )
    ).data.case.assignmentRequests;
  expect(await asked(coordinator())).toEqual([{ state: 'DECLINED' }, { state: 'REQUESTED' }]);
  expect(await asked(someone('POLICE_OFFICER'))).toBeNull();
});

it('never reaches back: a yes that comes late counts from the yes, one that comes early from the day asked for', async () => {
  const [pedagogue, field] = [someone('SOCIAL_PEDAGOGUE'), someone('FIELD_SECRETARY')];
  expect(refusalOf(await assign(pedagogue, { from: inDays(-1) }))).toBe('BAD_USER_INPUT assignmentInPast');
  expect(refusalOf(await assign(pedagogue, { from: inDays(3), until: inDays(2) }))).toBe('BAD_USER_INPUT periodEmpty');
  const late = (await assign(pedagogue, { until: inDays(1) })).data.it!.id;
  await asOwner(app.database.login, (client) =>
    client.query(
      `update assignment_request set valid_from = valid_from - interval '9 days', requested_at = requested_at - interval '9 days'
        where id = $1`,
      [late],
    ),
  );
  const early = (await assign(field, { from: inDays(5) })).data.it!.id;
  const before = Date.now();
  await answer(pedagogue, 'confirmAssignment', late);
  await answer(field, 'confirmAssignment', early);
  const { rows } = await asOwner(app.database.login, (client) =>
    client.query<{ from: string; duty: string }>(
      `select extract(epoch from valid_from) * 1000 as from, duty from assignment
        where case_id = $1 and role_term_id = any($2) order by valid_from`,
      [alva.id, [pedagogue.id, field.id]],
    ),
  );
  expect(Number(rows[0]!.from)).toBeGreaterThanOrEqual(before);
  expect(Number(rows[1]!.from)).toBeGreaterThan(before + 4 * 86_400_000);
  expect([await knows(pedagogue), await knows(field)]).toEqual([true, false]);
});

it('is for the staff of the municipality alone', async () => {
  for (const who of [someone('POLICE_OFFICER', 'Vellinge'), app.persona({ capacity: 'STEERING_MEMBER' })]) {
    expect(refusalOf(await assign(who))).toBe('BAD_USER_INPUT professionalUnknown');
  }
});
