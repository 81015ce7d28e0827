import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { within } from '../support/event.js';
import { newSigningKey, startOpenIdProvider } from '../support/openid-provider.js';
import type { OpenIdProvider } from '../support/openid-provider.js';
import { TestSocket } from '../support/socket.js';
import { tie } from '../support/tied.js';

const NUMBER = '198001012387';
const MINUTE = 60_000;

let provider: OpenIdProvider;
let app: TestApp;
let leisure: Persona;
/** How far the server's clock runs ahead of the provider's. */
let ahead = 0;

beforeAll(async () => {
  provider = await startOpenIdProvider();
  app = await startTestApp({ config: { oidc: [provider.config] }, systemTime: () => Date.now() + ahead });
  leisure = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  await tie(app.database, ['PERSONAL_IDENTITY_NUMBER', NUMBER], leisure.id);
  provider.serve(`${app.url}/backchannel-logout`, await newSigningKey('first'));
});
beforeEach(() => (ahead = 0));
afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const ask = async (token: string): Promise<unknown> => {
  const { status, data } = await app.ask<{ viewer: { id: string } } | undefined>(token, '{ viewer { id } }');
  return data?.viewer.id ?? status;
};

test('whoever signs in there by code flow with PKCE is known here, until the token ends', async () => {
  const token = await provider.browser().signIn(NUMBER);
  expect(await ask(token)).toBe(leisure.id);
  ahead = 5 * MINUTE + 6_000;
  expect(await ask(token)).toBe(401);
});

test('who signs out there is cut here at once, on every connection, and comes in no more by the same token', async () => {
  const [browser, other] = [provider.browser(), provider.browser()];
  const token = await browser.signIn(NUMBER);
  const stays = await other.signIn('197902032387');
  await tie(
    app.database,
    ['PERSONAL_IDENTITY_NUMBER', '197902032387'],
    app.persona({ profession: 'POLICE_OFFICER' }).id,
  );
  const [cut, kept] = await Promise.all([token, stays].map((one) => TestSocket.signIn(app.url, one)));
  const stream = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'subscription { notificationsChanged { __typename } }' }),
  });
  const streamed = stream.text().then(
    () => 'ended',
    () => 'cut',
  );
  await browser.signOut();
  expect(await within('the close', cut!.closed)).toEqual({ code: 4403, reason: 'Forbidden' });
  expect(await within('the end of the stream', streamed)).toBe('cut');
  expect(await ask(token)).toBe(401);
  expect((await kept!.marker()).type).toBe('pong');
  expect(await ask(stays)).not.toBe(401);
  await kept!.close();
});

test('keys that change are followed, and what an older one signed ends with it', async () => {
  const before = await provider.browser().signIn('197902032387');
  expect(await ask(before)).not.toBe(401);
  provider.serve(`${app.url}/backchannel-logout`, await newSigningKey('second'));
  const after = await provider.browser().signIn('197902032387');
  ahead = MINUTE;
  expect(await ask(after)).not.toBe(401);
  ahead = 2 * MINUTE + 1;
  expect(await ask(before)).toBe(401);
});
