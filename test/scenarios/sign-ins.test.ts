import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';
import { within } from '../support/event.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import type { IdentityProvider } from '../support/identity-provider.js';
import { refusalOf } from '../support/refusals.js';
import { TestSocket } from '../support/socket.js';
import { tie } from '../support/tied.js';

const SOMEBODY = '198001012387';
const SOMEBODY_ELSE = '197902032387';

let provider: IdentityProvider;
let app: TestApp;
let alva: YoungCase;
let coordinator: string;
let administrator: string;
beforeAll(async () => {
  provider = await startIdentityProvider({ claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' });
  const personas = await startTestApp();
  alva = await caseOf(personas, personas.persona({ municipality: 'Uddevalla', name: 'Alva' }).token);
  await personas.stopServer();
  app = await startTestApp({ database: personas.database, config: { oidc: [provider.config] } });
  const signedIn = async (pnr: string, capacity: string): Promise<string> => {
    const { id } = app.persona({ municipality: 'Uddevalla', capacity });
    await tie(app.database, ['PERSONAL_IDENTITY_NUMBER', pnr], id);
    return provider.token({ pnr });
  };
  coordinator = await signedIn('196408233234', 'COORDINATOR');
  administrator = await signedIn('197001011239', 'ADMINISTRATOR');
});
afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const asked = async (pnr: string): Promise<unknown> =>
  (await app.ask(await provider.token({ pnr }), '{ viewer { id } cases(first: 5) { edges { node { id } } } }')).data;
const tied = (personId: string, personalIdentityNumber: string | null): Promise<Answer<unknown>> =>
  app.ask(coordinator, 'mutation ($input: SetPersonSignInInput!) { setPersonSignIn(input: $input) { id } }', {
    input: { requestId: randomUUID(), caseId: alva.id, personId, personalIdentityNumber },
  });
const staffTied = (professionalId: string, value: string | null): Promise<Answer<unknown>> =>
  app.ask(
    administrator,
    'mutation ($input: SetProfessionalSignInInput!) { setProfessionalSignIn(input: $input) { id } }',
    {
      input: {
        ...{ requestId: randomUUID(), professionalId },
        signIn: value === null ? null : { kind: 'PERSONAL_IDENTITY_NUMBER', value },
      },
    },
  );
const ofCase = (id: string): object => ({ viewer: { id }, cases: { edges: [{ node: { id: alva.id } }] } });

test('a guardian comes in by the number that the coordinator gave, until another takes its place, or none', async () => {
  const guardianId = alva.guardianIds[0]!;
  expect(await asked(SOMEBODY)).toBeUndefined();
  expect(refusalOf(await tied(guardianId, '19800101-2387'))).toBe('');
  expect(await asked(SOMEBODY)).toEqual(ofCase(guardianId));
  await tied(guardianId, SOMEBODY_ELSE);
  expect([await asked(SOMEBODY), await asked(SOMEBODY_ELSE)]).toEqual([undefined, ofCase(guardianId)]);
  await tied(guardianId, null);
  expect(await asked(SOMEBODY_ELSE)).toBeUndefined();
});

test('the young person comes in by their own number, and by no other', async () => {
  expect(refusalOf(await tied(alva.youngPersonId, SOMEBODY))).toBe('BAD_USER_INPUT signInDiffers');
  const bySchool = await tied(alva.guardianIds[0]!, '20110506-TF10');
  expect(refusalOf(bySchool)).toBe('BAD_USER_INPUT signInMalformed');
  const { data } = await app.ask<{ case: { youngPerson: { personalIdentityNumber: string } } }>(
    coordinator,
    'query ($id: ID!) { case(id: $id) { youngPerson { personalIdentityNumber } } }',
    { id: alva.id },
  );
  const own = data.case.youngPerson.personalIdentityNumber;
  expect(refusalOf(await tied(alva.youngPersonId, own))).toBe('');
  expect(await asked(own)).toEqual(ofCase(alva.youngPersonId));
});

test('a professional comes in by what the administrator gave; nobody else of the municipality shares it', async () => {
  const { id } = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  expect(refusalOf(await staffTied(id, SOMEBODY))).toBe('');
  expect(await asked(SOMEBODY)).toMatchObject({ viewer: { id } });
  expect(refusalOf(await staffTied(police.id, SOMEBODY))).toBe('CONFLICT signInTaken');
  expect(refusalOf(await staffTied(id, null))).toBe('');
  expect(await asked(SOMEBODY)).toBeUndefined();
  expect(refusalOf(await staffTied(police.id, SOMEBODY))).toBe('');
});

test('whoever a sign-in is taken from is cut, and told that nobody knows them when they come back', async () => {
  const guardianId = alva.guardianIds[0]!;
  await tied(guardianId, SOMEBODY_ELSE);
  const token = await provider.token({ pnr: SOMEBODY_ELSE });
  const socket = await TestSocket.signIn(app.url, token);
  await tied(guardianId, null);
  expect((await within('the close', socket.closed)).code).toBe(4403);
  const again = await TestSocket.open(app.url);
  again.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  expect(await within('the close', again.closed)).toEqual({ code: 4400, reason: 'FORBIDDEN identityUnknown' });
});

test('a guardian who is added with a number comes in by it', async () => {
  const personalIdentityNumber = '19710203-2385';
  const added = await app.ask(
    coordinator,
    'mutation ($input: AddGuardianInput!) { addGuardian(input: $input) { id } }',
    {
      input: {
        ...{ requestId: randomUUID(), caseId: alva.id, givenName: 'Majken', familyName: 'Lind', from: '2020-01-01' },
        personalIdentityNumber,
      },
    },
  );
  expect(refusalOf(added)).toBe('');
  expect(await asked(personalIdentityNumber)).toMatchObject({ cases: { edges: [{ node: { id: alva.id } }] } });
});

test('an administrator gives a sign-in to nobody of another municipality', async () => {
  const { id } = app.persona({ municipality: 'Vellinge', profession: 'LEISURE_LEADER' });
  expect(refusalOf(await staffTied(id, SOMEBODY_ELSE))).toBe('NOT_FOUND nodeNotFound');
});
