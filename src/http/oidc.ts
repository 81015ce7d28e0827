import { decodeJwt, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { signInKey } from '../core/sign-in-identity.js';
import type { IdentityKind, SignInPeople } from '../core/sign-in-identity.js';
import { sessionsOfToken } from '../core/sign-out.js';
import { ProviderKeys } from './provider-keys.js';
import { ACCESS_TOKEN_TYPE, checksOf, expiryOf, RefusedClaim, refusing } from './token-checks.js';
import type { TokenOptions } from './token-checks.js';
import type { VerifyToken } from './token.js';

/** One OpenID provider, and by which claim of its access tokens it tells who somebody is. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Found through the issuer's own description if `null`. */
  readonly jwksUrl: string | null;
  readonly claim: string;
  readonly identity: IdentityKind;
  /** Whom it speaks for; `null` for everybody. */
  readonly people: SignInPeople | null;
  /** Types of tokens that are taken, in small letters. */
  readonly tokenTypes: readonly string[];
  /** Its clients that are ours: whom its signals of a logout are for. */
  readonly clients: readonly string[];
}

/** Each by its issuer, with its keys. */
export type OidcProviders = ReadonlyMap<string, { readonly settings: OidcSettings; readonly keys: ProviderKeys }>;

export function openProviders(all: readonly OidcSettings[]): OidcProviders {
  return new Map(all.map((settings) => [settings.issuer, { settings, keys: new ProviderKeys(settings) }]));
}

export interface OidcOptions extends TokenOptions {
  /** Keyed, in hexadecimal digits. */
  readonly identityHash: (key: string) => string;
}

export const PROVIDER_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LONGEST_LIFE = 30 * 24 * 60 * 60 * 1000;
/** What only tokens of another use say (OpenID Connect Core 1.0, 2; Back-Channel Logout 1.0, 2.4). */
const OF_OTHER_TOKENS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

/** Access tokens of OpenID providers: each is held to what its own issuer's are. */
export function createOidcVerifier(providers: OidcProviders, options: OidcOptions): VerifyToken {
  return refusing(options, async (token, now) => {
    // Read before it is known to be true: it only picks by whose keys that is found out.
    const provider = providers.get(decodeJwt(token).iss ?? '');
    if (provider === undefined) throw new RefusedClaim('iss');
    const { settings, keys } = provider;
    const { issuer, audience, claim, people } = settings;
    const expected = { algorithms: PROVIDER_ALGORITHMS, issuer, audience, claims: [claim], type: null };
    const { payload, protectedHeader } = await jwtVerify(token, await keys.at(now), checksOf(expected, now));
    requireType(protectedHeader.typ, payload, settings);
    const expiresAt = expiryOf(payload, now);
    const issuedAt = (payload.iat ?? 0) * 1000;
    // An end of its session is kept for so long, and no longer.
    if (expiresAt - issuedAt > LONGEST_LIFE) throw new RefusedClaim('exp');
    const hash = options.identityHash(keyOf(payload, settings));
    const { sub: subject = null, sid } = payload;
    const named = { issuer, subject, session: typeof sid === 'string' ? sid : null };
    const sessions = sessionsOfToken(named).map(options.identityHash);
    return { expiresAt, who: { hash, people, sessions, issuedAt } };
  });
}

/** @throws RefusedClaim for an ID token, a logout token, or whatever else the issuer signs. */
function requireType(typ: string | undefined, payload: JWTPayload, { tokenTypes }: OidcSettings): void {
  const type = typ?.toLowerCase().replace(/^application\//, '') ?? '';
  if (!tokenTypes.includes(type)) throw new RefusedClaim('typ');
  if (type !== ACCESS_TOKEN_TYPE && OF_OTHER_TOKENS.some((name) => name in payload)) throw new RefusedClaim('typ');
}

function keyOf(payload: JWTPayload, { claim, identity, issuer }: OidcSettings): string {
  const told = payload[claim];
  const key = typeof told === 'string' ? signInKey(identity, told, issuer) : null;
  if (key === null) throw new RefusedClaim(claim);
  // Whoever signed up with somebody else's address is not them.
  if (identity === 'EMAIL' && payload['email_verified'] === false) throw new RefusedClaim('email_verified');
  return key;
}
