import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { writeFacts } from '../support/bring-in-line.js';
import { within } from '../support/event.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import type { IdentityProvider } from '../support/identity-provider.js';
import { TestSocket } from '../support/socket.js';
import { tie } from '../support/tied.js';
import { asOwner } from '../storage/viewing.js';

/** A professional who sits in the steering group as well, and is the guardian of somebody in another municipality. */
const NUMBER = '198001012387';
const SEEN = `{ viewer { id capacity } cases(first: 50) { edges { node { id number status notes(first: 50) { edges { node { id text } } } } } } }`;
const HELD = '{ viewer { capacities { id capacity profession agency municipality caseNumber } } }';

interface Held {
  id: string;
  capacity: string;
  profession: string | null;
  agency: string | null;
  municipality: string;
  caseNumber: string | null;
}

let provider: IdentityProvider;
/** Of families alone. */
let citizens: IdentityProvider;
let app: TestApp;
let professional: Persona;
let steering: Persona;
let guardian: Persona;
let token: string;
const own = new Map<string, string>();

beforeAll(async () => {
  provider = await startIdentityProvider({ claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' });
  citizens = await startIdentityProvider({ claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER', people: 'FAMILY' });
  const personas = await startTestApp();
  professional = personas.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  steering = personas.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' });
  guardian = personas.persona({ municipality: 'Vellinge', capacity: 'GUARDIAN' });
  for (const { id, token: ofPersona } of [professional, steering, guardian]) {
    own.set(id, (await personas.ask(ofPersona, SEEN)).text);
  }
  await personas.stopServer();
  app = await startTestApp({ database: personas.database, config: { oidc: [provider.config, citizens.config] } });
  await asOwner(app.database.login, (client) =>
    client.query(
      `update sig.role_term set professional_id = (select professional_id from sig.role_term where id = $1) where id = $2`,
      [professional.id, steering.id],
    ),
  );
  for (const { id } of [professional, guardian]) await tie(app.database, ['PERSONAL_IDENTITY_NUMBER', NUMBER], id);
  token = await provider.token({ pnr: NUMBER });
});
afterAll(async () => {
  await app.stop();
  await Promise.all([provider, citizens].map((one) => one.stop()));
});

const capacitiesOf = async (of = token): Promise<Held[]> =>
  (await app.ask<{ viewer: { capacities: Held[] } }>(of, HELD)).data.viewer.capacities;

test('one who signs in as three is told of the three, and of nothing else before one is picked', async () => {
  const held = await capacitiesOf();
  expect(held.map(({ id }) => id).toSorted()).toEqual([professional.id, steering.id, guardian.id].toSorted());
  expect(held.find(({ id }) => id === guardian.id)).toMatchObject({
    ...{ capacity: 'GUARDIAN', municipality: 'Vellinge', agency: null },
    caseNumber: expect.any(String) as string,
  });
  const refused = await app.ask(token, SEEN);
  expect(refused.status).toBe(400);
  expect(refused.data).toBeUndefined();
  expect(refused.errors).toEqual([
    expect.objectContaining({
      extensions: { code: 'BAD_USER_INPUT', reason: 'capacityNotPicked', capacities: held },
    }),
  ]);
});

test.each<[string, string]>([
  ['with the name beside', '{ viewer { name capacities { id } } }'],
  ['with cases beside', '{ viewer { capacities { id } } cases { edges { node { id } } } }'],
  ['under another name, with another field', '{ viewer { capacities: municipality { id } } }'],
  ['in a mutation', 'mutation { markNotificationsRead(ids: []) { id } }'],
])('the list is given alone: not %s', async (_name, query) => {
  const { data, errors } = await app.ask(token, query);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions.code).not.toBe('INTERNAL');
});

test('whichever is picked, the answer is that of this one capacity, and never a union', async () => {
  for (const { id } of [professional, steering, guardian]) {
    const { text } = await app.ask(token, SEEN, {}, { 'sig-capacity': id });
    expect(text).toBe(own.get(id));
    expect((await app.ask(token, HELD, {}, { 'sig-capacity': id })).data).toEqual({
      viewer: { capacities: await capacitiesOf() },
    });
  }
});

test('asked for beside other fields, the list leaves them those of the capacity that was picked', async () => {
  const beside = (first: string): string =>
    `{ viewer { ${first} municipality { name groups { id } focusAreas { id } } } cases(first: 50) { edges { node { id number notes(first: 50) { edges { node { id text } } } } } } }`;
  for (const { id } of [professional, steering, guardian]) {
    const headers = { 'sig-capacity': id };
    const { data: plain } = await app.ask<{ viewer: object; cases: object }>(token, beside(''), {}, headers);
    const { data, errors } = await app.ask<{ viewer: object; cases: object }>(
      token,
      beside('capacities { id }'),
      {},
      headers,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ ...plain, viewer: { ...plain.viewer, capacities: expect.any(Array) as object[] } });
  }
});

test.each<[string, () => string]>([
  ['of somebody else', () => app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).id],
  ['that is none', () => "' or true --"],
  ['twice over', () => `${professional.id}, ${steering.id}`],
])('a capacity %s is not held', async (_name, picked) => {
  const { data, errors } = await app.ask(token, SEEN, {}, { 'sig-capacity': picked() });
  expect([data, errors?.[0]?.extensions.reason]).toEqual([undefined, 'capacityNotHeld']);
});

test('a provider that speaks for families alone lets nobody act as staff', async () => {
  const asFamily = await citizens.token({ pnr: NUMBER });
  expect((await capacitiesOf(asFamily)).map(({ id }) => id)).toEqual([guardian.id]);
  expect((await app.ask(asFamily, '{ viewer { id } }')).data).toEqual({ viewer: { id: guardian.id } });
  const { errors } = await app.ask(asFamily, '{ viewer { id } }', {}, { 'sig-capacity': professional.id });
  expect(errors?.[0]?.extensions.reason).toBe('capacityNotHeld');
});

test('with exactly one nothing need be picked', async () => {
  const leisure = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  await tie(app.database, ['PERSONAL_IDENTITY_NUMBER', '197902032387'], leisure.id);
  const alone = await provider.token({ pnr: '19790203-2387' });
  expect((await app.ask(alone, '{ viewer { id } }')).data).toEqual({ viewer: { id: leisure.id } });
});

test('who is signed in and nobody here is told so, otherwise than with a token that is refused', async () => {
  const stranger = await app.ask(await provider.token({ pnr: '196408233234' }), HELD);
  expect([stranger.status, stranger.errors?.[0]?.extensions]).toEqual([
    403,
    { code: 'FORBIDDEN', reason: 'identityUnknown' },
  ]);
  const refused = await app.ask(await provider.token({ pnr: 'nobody' }), HELD);
  expect([refused.status, refused.errors?.[0]?.extensions.reason]).toEqual([401, 'tokenRefused']);
});

describe('over a socket', () => {
  const begin = async (payload: object): Promise<TestSocket> => {
    const socket = await TestSocket.open(app.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, ...payload } });
    return socket;
  };

  test('one of several is picked as the connection begins', async () => {
    const socket = await begin({ capacity: guardian.id });
    expect((await socket.next()).type).toBe('connection_ack');
    socket.subscribe('a', '{ viewer { id } }');
    expect((await socket.next()).payload).toMatchObject({ data: { viewer: { id: guardian.id } } });
    await socket.close();
  });

  test.each<[string, object, string]>([
    ['none is picked', {}, 'BAD_USER_INPUT capacityNotPicked'],
    ['none of them is', { capacity: 'x' }, 'BAD_USER_INPUT capacityNotHeld'],
  ])('where %s, it closes for good and says why', async (_name, payload, reason) => {
    const socket = await begin(payload);
    expect(await within('the close', socket.closed)).toEqual({ code: 4400, reason });
  });
});

test('over SSE the header picks, and what is missing is told with its status', async () => {
  const asked = async (headers: Record<string, string>): Promise<[number, string]> => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
        ...{ authorization: `Bearer ${token}`, ...headers },
      },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    return [response.status, await response.text()];
  };
  const [refused, why] = await asked({});
  expect([refused, why]).toEqual([400, expect.stringContaining('capacityNotPicked')]);
  const [answered, text] = await asked({ 'sig-capacity': steering.id });
  expect([answered, text]).toEqual([200, expect.stringContaining(steering.id)]);
});

test('what has ended is neither listed nor picked any more', async () => {
  const { login } = app.database;
  const caseId = await asOwner(login, async (client) => {
    await client.query('update sig.role_term set valid_until = sig.now() where id = $1', [steering.id]);
    return (await client.query<{ id: string }>('select case_id as id from sig.person where id = $1', [guardian.id]))
      .rows[0]!.id;
  });
  const noMore = 'update sig.custody set valid_until = current_date where guardian_id = $1';
  await writeFacts(login, caseId, noMore, [guardian.id]);
  expect((await capacitiesOf()).map(({ id }) => id)).toEqual([professional.id]);
  for (const { id } of [steering, guardian]) {
    const { errors } = await app.ask(token, '{ viewer { id } }', {}, { 'sig-capacity': id });
    expect(errors?.[0]?.extensions.reason).toBe('capacityNotHeld');
  }
});
