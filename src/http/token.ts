import { decodeJwt, importJWK, jwtVerify, SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { Credentials } from '../access/known-viewer.js';
import type { SignInIdentity } from '../access/sign-in-identity.js';
import { CAPACITIES } from '../core/closed-lists.js';
import type { Instant } from '../core/period.js';
import type { Capacity } from '../core/viewer.js';
import {
  ACCESS_TOKEN_TYPE,
  checksOf,
  expiryOf,
  LONGEST_TOKEN,
  RefusedClaim,
  refusing,
  unauthenticated,
} from './token-checks.js';
import type { TokenOptions } from './token-checks.js';

/** Who a token says is asking, and until when. */
export interface Verified {
  readonly expiresAt: Instant;
  /** Somebody whom a provider knows, or, by a token of the server's own, somebody in one capacity. */
  readonly who: SignInIdentity | Credentials;
}

/** @throws DomainError UNAUTHENTICATED, the same whatever is wrong with the token. */
export type VerifyToken = (token: string, now: Instant) => Promise<Verified>;

/** @param lifetime milliseconds */
export type IssueToken = (subject: Credentials, now: Instant, lifetime: number) => Promise<string>;

/** As the server writes its ids: one spelling for one subject. */
const SUBJECT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DEVELOPMENT_ISSUER = 'urn:sig-graph:development';
const DEVELOPMENT_AUDIENCE = 'sig-graph';

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
  const expected = {
    ...{ algorithms: ['EdDSA'], issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE },
    claims: ['capacity', 'nbf'],
  };
  const verifyToken = refusing(options, async (token, now) => {
    const { payload } = await jwtVerify(token, publicKey, checksOf(expected, now));
    const { sub: subjectId, capacity } = payload;
    if (subjectId === undefined || !SUBJECT.test(subjectId)) throw new RefusedClaim('sub');
    if (!isCapacity(capacity)) throw new RefusedClaim('capacity');
    return { expiresAt: expiryOf(payload, now), who: { subjectId, capacity } };
  });
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

/** Read before anything is known to be true: it only picks by whose keys that is found out. */
export function isDevelopmentToken(token: string): boolean {
  try {
    return decodeJwt(token).iss === DEVELOPMENT_ISSUER;
  } catch {
    return false;
  }
}

function isCapacity(claim: unknown): claim is Capacity {
  return (CAPACITIES as readonly unknown[]).includes(claim);
}
