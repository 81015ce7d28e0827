import { randomUUID } from 'node:crypto';
import { localDate } from '../../src/core/calendar.js';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

const DAY = 86_400_000;
let app: TestApp;
let alva: YoungCase;
let [mother, father]: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Alva' }).token);
  [mother, father] = alva.guardianIds as [string, string];
});
afterAll(() => app.stop());

/** A fresh token, since the clock of these stories runs ahead by days. */
async function now(wanted: { profession?: string; capacity?: string; name?: string }): Promise<Persona> {
  const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as Persona[];
  const { id } = app.persona({ municipality: 'Uddevalla', ...wanted });
  return personas.find((persona) => persona.id === id)!;
}

const day = (daysAhead: number): string => localDate(Date.now() + daysAhead * DAY);
const reasonOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.reason;
const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

async function change(
  field: string,
  type: string,
  input: object,
  who = { capacity: 'COORDINATOR' },
): Promise<Answer<unknown>> {
  const { token } = await now(who);
  const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { id status } }`;
  return app.ask(token, mutation, { input: { requestId: randomUUID(), caseId: alva.id, ...input } });
}

async function seenByPolice(): Promise<{ phone: string | null; attendance: number | null; reasons: string[] }> {
  interface Seen {
    case: { youngPerson: { phone: string | null }; situation: { schools: { attendancePercent: number | null }[] } };
  }
  const query =
    'query ($id: ID!) { case(id: $id) { youngPerson { phone } situation { schools { attendancePercent } } } }';
  const { token } = await now({ profession: 'POLICE_OFFICER' });
  const { data, errors, withheld } = await app.ask<Seen>(token, query, { id: alva.id });
  expect(errors).toBeUndefined();
  const attendance = data.case.situation.schools.find(({ attendancePercent }) => attendancePercent !== null);
  return {
    phone: data.case.youngPerson.phone,
    attendance: attendance?.attendancePercent ?? null,
    reasons: withheld.filter(({ path }) => path.join('.') === 'case.youngPerson.phone').map(({ reason }) => reason),
  };
}

async function withdraw(signerId: string): Promise<void> {
  const { token } = await now({ capacity: 'COORDINATOR' });
  const mutation = 'mutation ($id: ID!, $signerId: ID!) { withdrawConsent(caseId: $id, signerId: $signerId) { id } }';
  expect((await app.ask(token, mutation, { id: alva.id, signerId })).errors).toBeUndefined();
}

it('withholds where somebody is while their identity is protected, consent or not', async () => {
  const before = await seenByPolice();
  expect(before.phone).not.toBeNull();
  await change('protectPerson', 'ProtectionInput', { personId: alva.youngPersonId, level: 'CONFIDENTIALITY_MARKING' });
  expect(await seenByPolice()).toEqual({ ...before, phone: null, reasons: ['PROTECTED_IDENTITY'] });
  await change('protectPerson', 'ProtectionInput', { personId: alva.youngPersonId, level: null });
  expect(await seenByPolice()).toEqual(before);
});

it('asks nothing of a guardian who is recorded as prevented, from that act on', async () => {
  await withdraw(father!);
  expect((await seenByPolice()).attendance).toBeNull();
  const answer = await change('recordPrevention', 'CustodyInput', { guardianId: father, from: day(0), until: day(2) });
  expect(answer.errors).toBeUndefined();
  expect((await seenByPolice()).attendance).toBe(71);
});

it('asks for the guardian’s word again, by itself, on the day that it ends', async () => {
  await setClock(app.database.login, Date.now() + 3 * DAY);
  expect((await seenByPolice()).attendance).toBeNull();
});

it('opens nothing by the end of a custody: it waits for a new statement of those who are left', async () => {
  expect((await change('endCustody', 'EndCustodyInput', { guardianId: father, until: day(5) })).errors).toBeUndefined();
  await setClock(app.database.login, Date.now() + 6 * DAY);
  expect((await seenByPolice()).attendance).toBeNull();
  const coordinator = await now({ capacity: 'COORDINATOR' });
  const record = 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }';
  const input = {
    requestId: randomUUID(),
    caseId: alva.id,
    signers: [alva.youngPersonId, mother].map((personId) => ({ personId, decision: 'GRANTED' })),
    grants: [{ fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['SCHOOL_ATTENDANCE'] }],
    purpose: 'En gemensam bild',
    evidence: { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: coordinator.id },
  };
  expect((await app.ask(coordinator.token, record, { input })).errors).toBeUndefined();
  expect((await seenByPolice()).attendance).toBe(71);
  const fathers = { ...input, requestId: randomUUID(), signers: [{ personId: father, decision: 'GRANTED' }] };
  expect(reasonOf(await app.ask(coordinator.token, record, { input: fathers }))).toBe('notASigner');
});

it('asks a new custodian for a word of their own, and closes until it is given', async () => {
  expect((await change('recordCustody', 'CustodyInput', { guardianId: father, from: day(6) })).errors).toBeUndefined();
  expect((await seenByPolice()).attendance).toBeNull();
});

it.each<[string, string, string, () => object, string]>([
  [
    'a second custody at the same time',
    'recordCustody',
    'CustodyInput',
    () => ({ guardianId: father, from: day(7) }),
    'custodyOverlaps',
  ],
  [
    'days in the wrong order',
    'recordCustody',
    'CustodyInput',
    () => ({ guardianId: father, from: day(9), until: day(8) }),
    'periodEmpty',
  ],
  [
    'a guardian who is none',
    'recordCustody',
    'CustodyInput',
    () => ({ guardianId: alva.youngPersonId, from: day(0) }),
    'personUnknown',
  ],
  [
    'a prevention without custody',
    'recordPrevention',
    'CustodyInput',
    () => ({ guardianId: father, from: '1999-01-01' }),
    'noCustody',
  ],
  [
    'an end before the beginning',
    'endCustody',
    'EndCustodyInput',
    () => ({ guardianId: mother, until: '1999-01-01' }),
    'noCustody',
  ],
  [
    "a colleague's protection ended by leaving the level out",
    'protectPerson',
    'ProtectionInput',
    () => ({ personId: father }),
    'levelMissing',
  ],
  [
    'handlers of nowhere',
    'protectPerson',
    'ProtectionInput',
    () => ({ personId: father, level: 'PROTECTED_REGISTRATION', handlerIds: [randomUUID()] }),
    'professionalUnknown',
  ],
])('refuses %s', async (_, field, type, input, reason) => {
  expect(reasonOf(await change(field, type, input()))).toBe(reason);
});

it.each([
  ['recordCustody', 'CustodyInput'],
  ['recordPrevention', 'CustodyInput'],
])('leaves %s to the coordinator', async (field, type) => {
  const answer = await change(field, type, { guardianId: father, from: day(20) }, { capacity: 'PROFESSIONAL' });
  expect(codeOf(answer)).toBe('FORBIDDEN');
});
