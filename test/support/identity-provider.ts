import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';
import type { OidcConfig } from '../../src/oidc-config.js';

export const AUDIENCE = 'https://sig.kommun.example/graphql';

/** An issuer of access tokens over real HTTP, as far as a server of resources ever meets one. */
export interface IdentityProvider {
  readonly config: OidcConfig;
  /** @param claims beside what every token has */
  token(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** What it signs with, for whoever forges. */
  readonly publicKey: JWK;
  readonly privateKey: CryptoKey;
  stop(): Promise<void>;
}

export async function startIdentityProvider(more: Partial<OidcConfig> = {}): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] };
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(jwks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    config: {
      ...{ issuer, audience: AUDIENCE, jwksUrl: `${issuer}/jwks`, claim: 'sub', identity: 'SUBJECT' },
      ...{ people: null, tokenTypes: ['at+jwt'], clients: [], ...more },
    },
    token(claims, header = {}) {
      const now = Math.floor(Date.now() / 1000);
      const every = { iss: issuer, aud: AUDIENCE, sub: 'somebody', iat: now, exp: now + 300 };
      return new SignJWT({ ...every, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt', ...header })
        .sign(privateKey);
    },
    publicKey: jwks.keys[0]!,
    privateKey,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
