import { createRemoteJWKSet, jwtVerify } from 'jose';
import { signInKey } from '../core/sign-in-identity.js';
import type { IdentityKind } from '../core/sign-in-identity.js';
import { checksOf, expiryOf, RefusedClaim, refusing } from './token-checks.js';
import type { TokenOptions } from './token-checks.js';
import type { VerifyToken } from './token.js';

/** One OpenID provider, and by which claim of its access tokens it tells who somebody is. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly claim: string;
  readonly identity: IdentityKind;
}

export interface OidcOptions extends TokenOptions {
  /** Keyed, in hexadecimal digits. */
  readonly identityHash: (key: string) => string;
}

/** Milliseconds for which the keys of an issuer are used without asking for them again. */
export const KEYS_KEPT_MS = 300_000;

/**
 * Access tokens of an OpenID provider. Its keys are fetched when first needed, kept five minutes, and fetched anew for
 * an unknown key at most every thirty seconds. With the provider out of reach and no key kept, nobody comes in.
 */
export function createOidcVerifier(settings: OidcSettings, options: OidcOptions): VerifyToken {
  const { issuer, audience, jwksUrl, claim, identity } = settings;
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000,
    cacheMaxAge: KEYS_KEPT_MS,
  });
  const expected = { algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'], issuer, audience, claims: [claim] };
  return refusing(options, async (token, now) => {
    const { payload } = await jwtVerify(token, keys, checksOf(expected, now));
    const told = payload[claim];
    const key = typeof told === 'string' ? signInKey(identity, told, issuer) : null;
    if (key === null) throw new RefusedClaim(claim);
    return { expiresAt: expiryOf(payload, now), who: { hash: options.identityHash(key), people: null } };
  });
}
