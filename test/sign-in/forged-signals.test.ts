import { generateKeyPair, SignJWT } from 'jose';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { within } from '../support/event.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import type { IdentityProvider } from '../support/identity-provider.js';
import { TestSocket } from '../support/socket.js';
import { tie } from '../support/tied.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const CLIENT = 'sig-web';

let provider: IdentityProvider;
let app: TestApp;
beforeAll(async () => {
  provider = await startIdentityProvider({ clients: [CLIENT] });
  app = await startTestApp({ config: { oidc: [provider.config] } });
  const { id } = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  for (const sub of ['anna', 'bo', 'cia']) await tie(app.database, ['SUBJECT', sub, provider.config.issuer], id);
});
afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const SIGNAL = { aud: CLIENT, sub: 'anna', jti: 'one', events: { [EVENT]: {} } };
const signal = (claims: object, header: object = {}): Promise<string> =>
  provider.token({ ...SIGNAL, ...claims }, { typ: 'logout+jwt', ...header });
const told = async (token: string, more: Record<string, string> = {}): Promise<number> => {
  const body = new URLSearchParams({ logout_token: token, ...more });
  return (await fetch(`${app.url}/backchannel-logout`, { method: 'POST', body })).status;
};
const isIn = async (token: string): Promise<boolean> => (await app.ask(token, '{ viewer { id } }')).status === 200;

test.each<[string, () => Promise<string> | string]>([
  ['nothing', () => ''],
  ['garbage', () => 'a.b.c'],
  ['an access token', () => provider.token({ sub: 'anna' })],
  ['an ID token', () => signal({ events: undefined, nonce: 'n' }, { typ: 'JWT' })],
  ['no event', () => signal({ events: undefined })],
  ['another event', () => signal({ events: { 'https://example.se/else': {} } })],
  ['an event in words', () => signal({ events: { [EVENT]: 'yes' } })],
  ['a nonce', () => signal({ nonce: 'n' })],
  ['no id', () => signal({ jti: undefined })],
  ['nobody', () => signal({ sub: undefined })],
  ['another client', () => signal({ aud: 'another' })],
  ['the API in the place of the client', () => signal({ aud: provider.config.audience })],
  ['another issuer', () => signal({ iss: 'https://evil.example' })],
  ['one that is over', () => signal({ exp: 1_700_000_000 })],
  ['one that is ahead', () => signal({ iat: Math.floor(Date.now() / 1000) + 600 })],
  ['another type', () => signal({}, { typ: 'at+jwt' })],
  [
    'alg none',
    async () =>
      `${Buffer.from('{"alg":"none","typ":"logout+jwt"}').toString('base64url')}.${(await signal({})).split('.')[1]}.`,
  ],
  [
    'another key',
    async () => {
      const { privateKey } = await generateKeyPair('ES256');
      const now = Math.floor(Date.now() / 1000);
      const claims = { ...SIGNAL, iss: provider.config.issuer, iat: now, exp: now + 60 };
      return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'logout+jwt' }).sign(privateKey);
    },
  ],
])('a signal of %s is refused, and nobody is sent out', async (_name, make) => {
  const token = await provider.token({ sub: 'anna' });
  expect(await told(await make())).toBe(400);
  expect(await isIn(token)).toBe(true);
});

test('a form with two, one in JSON, and a look at the page are no signal', async () => {
  const url = `${app.url}/backchannel-logout`;
  const twice = new URLSearchParams([
    ['logout_token', 'a.b.c'],
    ['logout_token', await signal({})],
  ]);
  expect((await fetch(url, { method: 'POST', body: twice })).status).toBe(400);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect((await fetch(url, json)).status).toBe(415);
  expect((await fetch(url)).status).toBe(405);
  expect(await isIn(await provider.token({ sub: 'anna' }))).toBe(true);
});

test('a signal about one session leaves the others, and whoever names none is out', async () => {
  const [one, two, none] = await Promise.all(
    [{ sid: '1' }, { sid: '2' }, {}].map((sid) => provider.token({ sub: 'bo', ...sid })),
  );
  const socket = await TestSocket.signIn(app.url, two!);
  expect(await told(await signal({ sub: 'bo', sid: '1' }))).toBe(200);
  expect(await Promise.all([one!, two!, none!].map(isIn))).toEqual([false, true, false]);
  expect((await socket.marker()).type).toBe('pong');
  await socket.close();
});

test('a signal reaches what is open at another process of the same database', async () => {
  const second = await startTestApp({
    database: { ...app.database, drop: () => Promise.resolve() },
    config: { oidc: [provider.config] },
  });
  try {
    const socket = await TestSocket.signIn(second.url, await provider.token({ sub: 'cia' }));
    expect(await told(await signal({ sub: 'cia' }))).toBe(200);
    expect((await within('the close', socket.closed)).code).toBe(4403);
  } finally {
    await second.stop();
  }
});

test('who signs in again after it is let in, also where the signal is sent once more', async () => {
  const before = Math.floor(Date.now() / 1000) - 60;
  const old = await provider.token({ sub: 'anna', iat: before - 1 });
  const anew = await provider.token({ sub: 'anna' });
  const said = await signal({ iat: before });
  for (const status of [await told(said), await told(said)]) expect(status).toBe(200);
  expect([await isIn(old), await isIn(anew)]).toEqual([false, true]);
});
