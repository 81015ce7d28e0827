import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/database/clock.js';
import { asOwner } from '../database/viewing.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { caseOf } from '../support/young-case.js';
import type { YoungCase } from '../support/young-case.js';

let app: TestApp;
/** A server whose clock is more than a year ahead: to it, the tokens of the first one have expired. */
let late: TestApp;
let alva: YoungCase;
let noteId: string;

beforeAll(async () => {
  app = await startTestApp();
  await setClock(app.database.login, Date.now() + 400 * 86_400_000);
  late = await startTestApp({ database: { ...app.database, drop: () => Promise.resolve() } });
  await setClock(app.database.login, Date.now());
  const young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  const [note] = await asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from sig.note where case_id = $1 limit 1', [
      alva.id,
    ]);
    return rows;
  });
  noteId = note!.id;
});
afterAll(async () => {
  await late.stop();
  await app.stop();
});

const common = (): object => ({ requestId: randomUUID(), caseId: alva.id });
const guardian = (): object => ({ ...common(), guardianId: alva.guardianIds[0], from: '2026-01-01' });
const evidence = (): object => ({ method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: randomUUID() });

/** Every mutation of this noun, as its own capacity would send it. */
const MUTATIONS: [field: string, type: string, input: () => object, forbiddenTo: string][] = [
  [
    'recordConsent',
    'RecordConsentInput',
    () => ({ ...common(), signers: [], purpose: 'x', evidence: evidence() }),
    'YOUNG_PERSON',
  ],
  ['block', 'BlockInput', () => ({ ...common(), cells: [] }), 'STEERING_MEMBER'],
  ['recordCustody', 'CustodyInput', guardian, 'PROFESSIONAL'],
  ['recordPrevention', 'CustodyInput', guardian, 'GUARDIAN'],
  [
    'endCustody',
    'EndCustodyInput',
    () => ({ ...common(), guardianId: alva.guardianIds[0], until: '2026-01-01' }),
    'PROFESSIONAL',
  ],
  ['protectPerson', 'ProtectionInput', () => ({ ...common(), personId: alva.youngPersonId }), 'YOUNG_PERSON'],
];
const BY_ARGUMENT: [field: string, document: (id: string) => string, forbiddenTo: string][] = [
  ['withdrawConsent', (id) => `withdrawConsent(caseId: "${id}") { id }`, 'STEERING_MEMBER'],
  ['holdBack', () => `holdBack(pieceId: "${noteId}") { id }`, 'GUARDIAN'],
  ['release', () => `release(pieceId: "${noteId}") { id }`, 'YOUNG_PERSON'],
  ['unblock', () => `unblock(blockId: "${noteId}") { id }`, 'ADMINISTRATOR'],
];

function documentOf(field: string): { document: string; variables: object; forbiddenTo: string } {
  const byInput = MUTATIONS.find(([name]) => name === field);
  if (byInput !== undefined) {
    const [, type, input, forbiddenTo] = byInput;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`;
    return { document, variables: { input: input() }, forbiddenTo };
  }
  const [, document, forbiddenTo] = BY_ARGUMENT.find(([name]) => name === field)!;
  return { document: `mutation { ${document(alva.id)} }`, variables: {}, forbiddenTo };
}

async function codeFor(field: string, token: string | null): Promise<string | undefined> {
  const { document, variables } = documentOf(field);
  return (await app.ask(token, document, variables)).errors?.[0]?.extensions.code;
}
const written = (): Promise<string> =>
  asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ seq: string }>('select seq from sig.case_file where id = $1', [alva.id]);
    return rows[0]!.seq;
  });

describe.each([...MUTATIONS, ...BY_ARGUMENT].map(([field]) => field))('%s', (field) => {
  it('is refused to the wrong capacity, the wrong municipality and without a token that holds, and writes nothing', async () => {
    const before = await written();
    const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
    const wrong = app.persona({ municipality: 'Uddevalla', capacity: documentOf(field).forbiddenTo }).token;
    const coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;
    expect([await codeFor(field, wrong), await codeFor(field, elsewhere), await codeFor(field, null)]).toEqual([
      'FORBIDDEN',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ]);
    const { document, variables } = documentOf(field);
    const expired = await late.ask(coordinator, document, variables);
    expect([expired.status, expired.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await written()).toBe(before);
  });
});
