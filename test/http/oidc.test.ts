import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { createOidcVerifier, openProviders } from '../../src/http/oidc.js';
import type { OidcSettings } from '../../src/http/oidc.js';
import { KEYS_FRESH_MS, KEYS_KEPT_MS } from '../../src/http/provider-keys.js';
import type { VerifyToken } from '../../src/http/token.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const SECONDS = NOW / 1000;
const ISSUER = 'https://login.kommun.example';
const AUDIENCE = 'https://sig.kommun.example/graphql';
const REFUSED = { code: 'UNAUTHENTICATED' };

const keys = {
  RS256: await generateKeyPair('RS256', { extractable: true }),
  PS256: await generateKeyPair('PS256', { extractable: true }),
  ES256: await generateKeyPair('ES256', { extractable: true }),
  EdDSA: await generateKeyPair('Ed25519', { extractable: true }),
};
type Algorithm = keyof typeof keys;
const ALL = await Promise.all(
  Object.entries(keys).map(async ([alg, { publicKey }]): Promise<JWK> => {
    return { ...(await exportJWK(publicKey)), kid: alg, alg, use: 'sig' };
  }),
);

let provider: Server;
let url: string;
let verify: VerifyToken;
let published: JWK[] = ALL;
let asked: string[] = [];
let up = true;
/** What the issuer says of itself; by default that it is whoever is asked. */
let described: object | null = null;
const refused: [string, string | null][] = [];

beforeAll(async () => {
  provider = createServer(({ url: path = '' }, response) => {
    asked.push(path);
    const description = described ?? { issuer: url, jwks_uri: `${url}/jwks` };
    const body = path === '/jwks' ? { keys: published } : description;
    response.writeHead(up ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
const verifier = (...all: Partial<OidcSettings>[]): VerifyToken =>
  createOidcVerifier(
    openProviders(
      all.map((more) => ({
        ...{ issuer: ISSUER, audience: AUDIENCE, jwksUrl: `${url}/jwks`, claim: 'sub', identity: 'SUBJECT' },
        ...{ people: null, tokenTypes: ['at+jwt'], clients: [], ...more },
      })),
    ),
    { identityHash: (key) => key, onRefused: (...why) => refused.push(why) },
  );
beforeEach(() => {
  up = true;
  asked = [];
  published = ALL;
  described = null;
  refused.length = 0;
  verify = verifier({});
});
afterAll(
  () =>
    new Promise((resolve) => {
      provider.closeAllConnections();
      provider.close(resolve);
    }),
);

const sign = (alg: Algorithm, claims: object = {}, header: object = {}): Promise<string> =>
  new SignJWT({ iss: ISSUER, sub: 'anna', ...claims })
    .setProtectedHeader({ alg, kid: alg, typ: 'at+jwt', ...header })
    .setAudience(AUDIENCE)
    .setIssuedAt(SECONDS)
    .setExpirationTime(SECONDS + 3_600)
    .sign(keys[alg].privateKey);

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('an access token signed by %s is let in', async (alg) => {
  await expect(verify(await sign(alg), NOW)).resolves.toMatchObject({
    who: { hash: `sign-in SUBJECT ${ISSUER} anna`, people: null, issuedAt: NOW },
    expiresAt: NOW + 3_600_000,
  });
});

test('a token need not say when it begins; what it says holds, and the log names the claim', async () => {
  await expect(verify(await sign('ES256', { nbf: SECONDS }), NOW)).resolves.toBeDefined();
  await expect(verify(await sign('ES256', { nbf: SECONDS + 60 }), NOW)).rejects.toMatchObject(REFUSED);
  expect(refused).toEqual([['ERR_JWT_CLAIM_VALIDATION_FAILED', 'nbf']]);
});

test.each<[string, Partial<OidcSettings>, object, string]>([
  [
    'an HSA id',
    { claim: 'employeeHsaId', identity: 'HSA_ID' },
    { employeeHsaId: 'se2120001397-ab12' },
    'HSA_ID SE2120001397-AB12',
  ],
  ['an address', { claim: 'email', identity: 'EMAIL' }, { email: 'Anna.Lind@Kommun.se' }, 'EMAIL anna.lind@kommun.se'],
  [
    'a number, however written',
    { claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' },
    { pnr: '19800101-2389' },
    'PERSONAL_IDENTITY_NUMBER 198001012389',
  ],
])('who somebody is can be told by %s', async (_name, settings, claims, key) => {
  const { who } = await verifier(settings)(await sign('ES256', claims), NOW);
  expect(who).toMatchObject({ hash: `sign-in ${key}` });
});

test.each<[string, Partial<OidcSettings>, object, string]>([
  ['none', { claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' }, {}, 'pnr'],
  ['ten digits', { claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' }, { pnr: '8001012389' }, 'pnr'],
  ['a number of a school', { claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' }, { pnr: '20110506TF10' }, 'pnr'],
  ['several', { claim: 'email', identity: 'EMAIL' }, { email: ['a@b.se', 'c@d.se'] }, 'email'],
  ['two in one', { claim: 'email', identity: 'EMAIL' }, { email: 'a@b.se,c@d.se' }, 'email'],
  [
    'an address that was never confirmed',
    { claim: 'email', identity: 'EMAIL' },
    { email: 'a@b.se', email_verified: false },
    'email_verified',
  ],
])('%s is nobody, and the log names the claim', async (_name, settings, claims, claim) => {
  await expect(verifier(settings)(await sign('ES256', claims), NOW)).rejects.toMatchObject(REFUSED);
  expect(refused.map(([, of]) => of)).toEqual([claim]);
});

test('each of several issuers is held to its own: audience, claim, and for whom it speaks', async () => {
  const second = { issuer: 'https://bankid.example', claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' } as const;
  const both = verifier({ people: 'STAFF' }, { ...second, people: 'FAMILY', audience: 'family' });
  await expect(both(await sign('ES256'), NOW)).resolves.toMatchObject({ who: { people: 'STAFF' } });
  const family = { iss: second.issuer, pnr: '198001012389' };
  await expect(both(await sign('ES256', family), NOW)).rejects.toMatchObject(REFUSED);
  const tokenOf = new SignJWT(family).setProtectedHeader({ alg: 'ES256', kid: 'ES256', typ: 'at+jwt' });
  const own = await tokenOf
    .setSubject('x')
    .setAudience('family')
    .setIssuedAt(SECONDS)
    .setExpirationTime(SECONDS + 60)
    .sign(keys.ES256.privateKey);
  await expect(both(own, NOW)).resolves.toMatchObject({ who: { people: 'FAMILY' } });
});

test.each([
  ['an ID token', { typ: 'JWT' }, {}],
  ['a logout token', { typ: 'logout+jwt' }, {}],
])('%s is no access token', async (_name, header, claims) => {
  await expect(verify(await sign('RS256', claims, header), NOW)).rejects.toMatchObject(REFUSED);
});

test('where the provider calls its access tokens JWT, an ID token is none still', async () => {
  const lenient = verifier({ tokenTypes: ['jwt'] });
  await expect(lenient(await sign('RS256', {}, { typ: 'JWT' }), NOW)).resolves.toBeDefined();
  for (const claims of [{ nonce: 'n' }, { at_hash: 'x' }, { events: {} }]) {
    await expect(lenient(await sign('RS256', claims, { typ: 'JWT' }), NOW)).rejects.toMatchObject(REFUSED);
  }
});

test.each(['unknown', 'PS256'])('a token of one key under the name of another, %s, opens nothing', async (kid) => {
  await expect(verify(await sign('RS256', {}, { kid }), NOW)).rejects.toMatchObject(REFUSED);
});

describe('keys are found by the issuer alone', () => {
  test('through its own description', async () => {
    const token = await sign('RS256', { iss: url });
    await expect(verifier({ issuer: url, jwksUrl: null })(token, NOW)).resolves.toBeDefined();
    expect(asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  test.each<[string, () => object]>([
    ['is that of another issuer', () => ({ issuer: ISSUER, jwks_uri: `${url}/jwks` })],
    ['names no keys', () => ({ issuer: url })],
  ])('and nobody comes in by one that %s', async (_name, description) => {
    described = description();
    await expect(
      verifier({ issuer: url, jwksUrl: null })(await sign('RS256', { iss: url }), NOW),
    ).rejects.toMatchObject(REFUSED);
  });
});

describe('the keys', () => {
  test('are fetched once for many tokens, and by one at a time', async () => {
    const tokens = await Promise.all((['RS256', 'ES256', 'EdDSA'] as const).map((alg) => sign(alg)));
    await Promise.all(tokens.map((token) => verify(token, NOW)));
    expect(asked).toEqual(['/jwks']);
  });

  test('that came since are fetched for the first token of them, and at most every half minute', async () => {
    published = ALL.filter(({ kid }) => kid !== 'ES256');
    const token = await sign('ES256');
    await expect(verify(token, NOW)).rejects.toMatchObject(REFUSED);
    published = ALL;
    await expect(verify(token, NOW + 29_999)).rejects.toMatchObject(REFUSED);
    expect(asked).toHaveLength(1);
    await expect(verify(token, NOW + 30_000)).resolves.toBeDefined();
    expect(asked).toHaveLength(2);
  });

  test('that are withdrawn open nothing more once they were to be asked for again', async () => {
    const token = await sign('ES256');
    await verify(token, NOW);
    published = ALL.filter(({ kid }) => kid !== 'ES256');
    await expect(verify(token, NOW + KEYS_KEPT_MS)).rejects.toMatchObject(REFUSED);
  });

  test('that are known go on for nine minutes while the provider is away, and no other', async () => {
    const known = await sign('RS256');
    await verify(known, NOW);
    up = false;
    for (const later of [KEYS_FRESH_MS, KEYS_KEPT_MS - 1]) {
      await expect(verify(known, NOW + later)).resolves.toBeDefined();
      await expect(verify(await sign('RS256', {}, { kid: 'new' }), NOW + later)).rejects.toMatchObject(REFUSED);
    }
    await expect(verify(known, NOW + KEYS_KEPT_MS)).rejects.toMatchObject(REFUSED);
    expect(refused.at(-1)).toEqual(['KEYS_AWAY', null]);
    up = true;
    await expect(verify(known, NOW + KEYS_KEPT_MS + 5_000)).resolves.toBeDefined();
  });

  test('are asked for once in five seconds where nobody answers, and nobody comes in', async () => {
    up = false;
    const token = await sign('RS256');
    for (const later of [0, 1, 4_999]) await expect(verify(token, NOW + later)).rejects.toMatchObject(REFUSED);
    expect(asked).toHaveLength(1);
  });

  test('of which the secret half is published count for nothing, nor does a set of megabytes', async () => {
    const whole: JWK = { ...(await exportJWK(keys.RS256.privateKey)), kid: 'RS256', alg: 'RS256' };
    published = [whole, ...ALL.filter(({ kid }) => kid !== 'RS256')];
    await expect(verify(await sign('RS256'), NOW)).rejects.toMatchObject(REFUSED);
    await expect(verify(await sign('ES256'), NOW)).resolves.toBeDefined();
    published = [...ALL, { kty: 'oct', kid: 'x'.repeat(300_000) }];
    await expect(verifier({})(await sign('ES256'), NOW)).rejects.toMatchObject(REFUSED);
  });
});
