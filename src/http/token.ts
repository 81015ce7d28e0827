import { createRemoteJWKSet, errors, importJWK, jwtVerify, SignJWT } from 'jose';
import type { JWK, JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import type { Credentials, VerifiedToken } from '../access/known-viewer.js';
import { DomainError } from '../core/errors.js';
import type { Instant } from '../core/period.js';
import type { Capacity } from '../core/viewer.js';

/** @throws DomainError UNAUTHENTICATED, the same whatever is wrong with the token. */
export type VerifyToken = (token: string, now: Instant) => Promise<VerifiedToken>;

/** @param lifetime milliseconds */
export type IssueToken = (subject: Credentials, now: Instant, lifetime: number) => Promise<string>;

export interface TokenOptions {
  /** Told why a token was refused, never the token; for the audit line. */
  readonly onRefused?: (cause: string) => void;
}

const CAPACITIES: ReadonlySet<string> = new Set<Capacity>([
  'PROFESSIONAL',
  'COORDINATOR',
  'YOUNG_PERSON',
  'GUARDIAN',
  'STEERING_MEMBER',
  'ADMINISTRATOR',
]);
/** As the server writes its ids: one spelling for one subject. */
const SUBJECT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DEVELOPMENT_ISSUER = 'urn:sig-graph:development';
const DEVELOPMENT_AUDIENCE = 'sig-graph';
/** Clocks of the issuer and of this server may differ by so much. */
const TOLERANCE_SECONDS = 5;
const LONGEST_TOKEN = 8_192;
/** RFC 9068: only an access token is one; an ID or logout token of the same issuer is not. */
const ACCESS_TOKEN_TYPE = 'at+jwt';

/**
 * Takes the token out of an `Authorization` header (RFC 6750, 2.1). `null` where there is no header at all.
 *
 * @throws DomainError UNAUTHENTICATED on anything but one bearer token in compact form.
 */
export function bearerToken(authorization: string | undefined): string | null {
  if (authorization === undefined) return null;
  const token =
    authorization.length > LONGEST_TOKEN ? undefined : /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw unauthenticated();
  return token;
}

/** Tokens for the personas of the demo data, signed by the server itself; never in production. */
export async function createDevelopmentTokens(
  keys: { readonly publicKey: JWK; readonly privateKey: JWK },
  options: TokenOptions = {},
): Promise<{ issueToken: IssueToken; verifyToken: VerifyToken }> {
  const [publicKey, privateKey] = await Promise.all([
    importJWK(keys.publicKey, 'EdDSA'),
    importJWK(keys.privateKey, 'EdDSA'),
  ]);
  const verifyToken = verifier(
    () => Promise.resolve(publicKey),
    ['EdDSA'],
    DEVELOPMENT_ISSUER,
    DEVELOPMENT_AUDIENCE,
    options,
  );
  const issueToken: IssueToken = ({ subjectId, capacity }, now, lifetime) => {
    const seconds = Math.floor(now / 1000);
    return new SignJWT({ capacity })
      .setProtectedHeader({ alg: 'EdDSA', typ: ACCESS_TOKEN_TYPE })
      .setIssuer(DEVELOPMENT_ISSUER)
      .setAudience(DEVELOPMENT_AUDIENCE)
      .setSubject(subjectId)
      .setIssuedAt(seconds)
      .setNotBefore(seconds)
      .setExpirationTime(seconds + Math.floor(lifetime / 1000))
      .sign(privateKey);
  };
  return { issueToken, verifyToken };
}

/** Milliseconds for which the keys of an issuer are used without asking for them again. */
export const KEYS_KEPT_MS = 300_000;

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
}

/**
 * Access tokens of an OpenID provider. Its keys are fetched when first needed, kept five minutes, and fetched anew for
 * an unknown key at most every thirty seconds. With the provider out of reach and no key kept, nobody comes in.
 */
export function createOidcVerifier(
  { issuer, audience, jwksUrl }: OidcSettings,
  options: TokenOptions = {},
): VerifyToken {
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000,
    cacheMaxAge: KEYS_KEPT_MS,
  });
  return verifier(keys, ['RS256', 'PS256', 'ES256', 'EdDSA'], issuer, audience, options);
}

function verifier(
  key: JWTVerifyGetKey,
  algorithms: string[],
  issuer: string,
  audience: string,
  { onRefused }: TokenOptions,
): VerifyToken {
  const fixed: JWTVerifyOptions = {
    algorithms,
    issuer,
    audience,
    typ: ACCESS_TOKEN_TYPE,
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: ['iss', 'aud', 'sub', 'iat', 'nbf', 'exp', 'capacity'],
  };
  return async (token, now) => {
    try {
      if (token.length > LONGEST_TOKEN) throw new Error('TOO_LONG');
      const { payload } = await jwtVerify(token, key, { ...fixed, currentDate: new Date(now) });
      return read(payload, now);
    } catch (error) {
      onRefused?.(error instanceof errors.JOSEError ? error.code : error instanceof Error ? error.message : 'UNKNOWN');
      throw unauthenticated();
    }
  };
}

function read({ sub, exp, iat, capacity }: JWTPayload, now: Instant): VerifiedToken {
  if (sub === undefined || !SUBJECT.test(sub)) throw new Error('SUBJECT');
  if (!isCapacity(capacity)) throw new Error('CAPACITY');
  if (exp === undefined || !Number.isSafeInteger(exp * 1000)) throw new Error('EXPIRY');
  if (iat === undefined || iat * 1000 > now + TOLERANCE_SECONDS * 1000) throw new Error('ISSUED_AHEAD');
  return { subjectId: sub, capacity, expiresAt: exp * 1000 };
}

function isCapacity(claim: unknown): claim is Capacity {
  return typeof claim === 'string' && CAPACITIES.has(claim);
}

function unauthenticated(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'tokenRefused');
}
