import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createOidcVerifier } from '../../src/http/oidc.js';
import type { VerifyToken } from '../../src/http/token.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const SECONDS = NOW / 1000;
const ISSUER = 'https://login.kommun.example';
const AUDIENCE = 'https://sig.kommun.example/graphql';

const keys = {
  RS256: await generateKeyPair('RS256', { extractable: true }),
  PS256: await generateKeyPair('PS256', { extractable: true }),
  ES256: await generateKeyPair('ES256', { extractable: true }),
  EdDSA: await generateKeyPair('Ed25519', { extractable: true }),
};
type Algorithm = keyof typeof keys;

let provider: Server;
let verify: VerifyToken;
let asked = 0;
let up = true;
beforeAll(async () => {
  const published = await Promise.all(
    Object.entries(keys).map(async ([alg, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      kid: alg,
      alg,
      use: 'sig',
    })),
  );
  provider = createServer((_, response) => {
    asked++;
    response.writeHead(up ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  up = true;
  asked = 0;
  const { port } = provider.address() as AddressInfo;
  const jwksUrl = `http://127.0.0.1:${port}/jwks`;
  const claims = { claim: 'sub', identity: 'SUBJECT' } as const;
  verify = createOidcVerifier(
    { issuer: ISSUER, audience: AUDIENCE, jwksUrl, ...claims },
    { identityHash: (key) => key },
  );
});
afterAll(
  () =>
    new Promise((resolve) => {
      provider.closeAllConnections();
      provider.close(resolve);
    }),
);

const sign = (alg: Algorithm, claims: object = {}, header: object = {}): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg, kid: alg, typ: 'at+jwt', ...header })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject('7d7f2a62-0a5e-4e0a-9a51-0a1c6a1d6f01')
    .setIssuedAt(SECONDS)
    .setExpirationTime(SECONDS + 60)
    .sign(keys[alg].privateKey);

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('an access token signed by %s is let in', async (alg) => {
  await expect(verify(await sign(alg), NOW)).resolves.toMatchObject({
    who: { hash: `sign-in SUBJECT ${ISSUER} 7d7f2a62-0a5e-4e0a-9a51-0a1c6a1d6f01` },
    expiresAt: NOW + 60_000,
  });
});

test('the keys are fetched once for many tokens', async () => {
  for (const alg of ['RS256', 'ES256'] as const) await verify(await sign(alg), NOW);
  expect(asked).toBe(1);
});

test('an ID token is no access token', async () => {
  await expect(verify(await sign('RS256', {}, { typ: 'JWT' }), NOW)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a key that the provider does not publish opens nothing', async () => {
  await expect(verify(await sign('RS256', {}, { kid: 'unknown' }), NOW)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('a token of one key under the name of another opens nothing', async () => {
  await expect(verify(await sign('RS256', {}, { kid: 'PS256' }), NOW)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('nobody comes in while the provider is out of reach and no key is known', async () => {
  up = false;
  await expect(verify(await sign('RS256'), NOW)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
