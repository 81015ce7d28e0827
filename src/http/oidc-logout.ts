import { decodeJwt, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Instant } from '../core/period.js';
import { sessionsEnded } from '../core/sign-out.js';
import { PROVIDER_ALGORITHMS } from './oidc.js';
import type { OidcOptions, OidcProviders } from './oidc.js';
import { checksOf, expiryOf, RefusedClaim, refusing } from './token-checks.js';

/** What a provider has ended, as hashes, and when it said so. */
export interface Logout {
  readonly sessions: readonly string[];
  readonly issuedAt: Instant;
}

/** @throws DomainError UNAUTHENTICATED, the same whatever is wrong with the signal. */
export type VerifyLogout = (token: string, now: Instant) => Promise<Logout>;

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** The second is what providers send that are older than the first. */
const TYPES = ['logout+jwt', 'jwt'];

/**
 * Logout tokens of OpenID providers, each signed by the keys of its issuer for one of its clients that are ours.
 *
 * Source: OpenID Connect Back-Channel Logout 1.0, 2.6.
 */
export function createLogoutVerifier(providers: OidcProviders, options: OidcOptions): VerifyLogout {
  return refusing(options, async (token, now) => {
    const provider = providers.get(decodeJwt(token).iss ?? '');
    if (provider === undefined) throw new RefusedClaim('iss');
    const { settings, keys } = provider;
    if (settings.clients.length === 0) throw new RefusedClaim('aud');
    const { issuer, clients: audience } = settings;
    const expected = { algorithms: PROVIDER_ALGORITHMS, issuer, audience, claims: ['jti', 'events'], type: null };
    const checks = { ...checksOf(expected, now), requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti', 'events'] };
    const { payload, protectedHeader } = await jwtVerify(token, await keys.at(now), checks);
    const type = protectedHeader.typ?.toLowerCase().replace(/^application\//, '') ?? '';
    if (!TYPES.includes(type)) throw new RefusedClaim('typ');
    requireSignal(payload);
    expiryOf(payload, now);
    const { sub: subject = null, sid } = payload;
    const session = typeof sid === 'string' ? sid : null;
    if (subject === null && session === null) throw new RefusedClaim('sub');
    return {
      sessions: sessionsEnded({ issuer, subject, session }).map(options.identityHash),
      issuedAt: (payload.iat ?? 0) * 1000,
    };
  });
}

/** @throws RefusedClaim for an ID token or anything else that is signed in the same way. */
function requireSignal(payload: JWTPayload): void {
  const events = payload['events'];
  const isSignal = typeof events === 'object' && events !== null && EVENT in events;
  if (!isSignal || typeof (events as Record<string, unknown>)[EVENT] !== 'object') throw new RefusedClaim('events');
  if ('nonce' in payload) throw new RefusedClaim('nonce');
}
