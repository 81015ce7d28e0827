import { randomUUID } from 'node:crypto';
import { publicKey, verifyReceipt } from '../../src/receipt/verify-receipt.js';
import type { ReceiptStatement } from '../../src/receipt/statement.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';

interface Consent {
  id: string;
  sequence: number;
  signer: { personId: string; name: string | null };
}
interface Receipt {
  consentReceipt: { consentId: string; document: string } | null;
}

let app: TestApp;
let caseId: string;
let young: Persona;
let coordinator: Persona;
let guardian: Persona;
let consents: readonly Consent[];

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  const alva = await caseOf(app, young.token);
  caseId = alva.id;
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  guardian = app.personas.find(({ id }) => alva.guardianIds.includes(id))!;
  const { data } = await app.ask<{ case: { consents: Consent[] } }>(
    coordinator.token,
    `{ case(id: "${caseId}") { consents { id sequence signer { personId name } } } }`,
  );
  consents = data.case.consents;
});
afterAll(() => app.stop());

const receipt = (by: Persona, id: string): Promise<Answer<Receipt>> =>
  app.ask<Receipt>(by.token, 'query ($id: ID!) { consentReceipt(consentId: $id) { consentId document } }', { id });
const of = ({ id }: Persona): Consent => consents.find(({ signer }) => signer.personId === id)!;

/** What a receipt states, once it is found whole with the key that the server publishes. */
async function stated({ data }: Answer<Receipt>): Promise<ReceiptStatement> {
  const published = (await (await fetch(`${app.url}/.well-known/jwks.json`)).json()) as { keys: object[] };
  expect(published.keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']]);
  const verified = await verifyReceipt(
    data.consentReceipt!.document,
    published.keys.map((key) => publicKey.parse(key)),
  );
  if ('fault' in verified) throw new Error(JSON.stringify(verified.fault));
  return verified.content.statement;
}

it('gives the young person a receipt that the published key proves', async () => {
  const consent = of(young);
  const statement = await stated(await receipt(young, consent.id));
  expect(statement).toMatchObject({
    ...{ municipality: 'Uddevalla', consentId: consent.id, sequence: consent.sequence, decision: 'GRANTED' },
    signer: { personId: young.id, role: 'YOUNG_PERSON', name: expect.stringContaining('Alva') as string },
    subject: { role: 'YOUNG_PERSON' },
  });
  expect(statement.grants!.length).toBeGreaterThan(0);
  expect(statement.evidence.informedBy).not.toBeNull();
});

it('gives everybody their own, the coordinator all, and others what is said of a consent that there is not', async () => {
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const asked: [Persona, string][] = [
    ...[young, guardian, coordinator, police, elsewhere].map((by): [Persona, string] => [by, of(young).id]),
    ...[young, guardian, coordinator].map((by): [Persona, string] => [by, of(guardian).id]),
    [young, randomUUID()],
  ];
  const answers = await Promise.all(asked.map(([by, id]) => receipt(by, id)));
  const no = 'NOT_FOUND nodeNotFound';
  expect(answers.map(refusalOf)).toEqual(['', no, '', no, no, no, '', '', no]);
  expect(answers[1]!.text).toBe(answers[8]!.text);
});

it('says nothing of reasons and witnesses, and has one for a withdrawal of its own', async () => {
  const { data } = await app.ask<{ withdrawConsent: { id: string } }>(
    young.token,
    `mutation { withdrawConsent(caseId: "${caseId}", reason: "Hemligt skäl") { id } }`,
  );
  const answer = await receipt(young, data.withdrawConsent.id);
  const statement = await stated(answer);
  expect([statement.decision, statement.grants, statement.purpose]).toEqual(['WITHDRAWN', null, null]);
  expect(JSON.stringify(statement)).not.toContain('Hemligt');
});

it('is recorded as a read of the name that it shows', async () => {
  await asOwner(app.database.login, (client) => client.query('truncate access_record'));
  await receipt(coordinator, of(young).id);
  const { rows } = await asOwner(app.database.login, (client) =>
    client.query<{ entries: { category: string }[] }>('select entries from access_record where case_id = $1', [caseId]),
  );
  expect(rows.flatMap(({ entries }) => entries.map(({ category }) => category))).toEqual(['IDENTITY']);
});
