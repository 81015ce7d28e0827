import { errors } from 'jose';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import { DomainError } from '../core/errors.js';
import type { Instant } from '../core/period.js';

export interface TokenOptions {
  /** Told why a token was refused and by which claim, never the token nor what it says; for the audit line. */
  readonly onRefused?: (cause: string, claim: string | null) => void;
}

/** What every token is held to, whoever issued it. */
export interface Expected {
  readonly algorithms: readonly string[];
  readonly issuer: string;
  readonly audience: string | readonly string[];
  /** Beside those that every access token has. */
  readonly claims: readonly string[];
  /** Of the header; an access token's if left out, `null` where that is looked at elsewhere. */
  readonly type?: string | null;
}

/** A claim that is there and says nothing that can be used. */
export class RefusedClaim extends Error {
  constructor(readonly claim: string) {
    super('CLAIM');
  }
}

export const LONGEST_TOKEN = 8_192;
/** RFC 9068: only an access token is one; an ID or logout token of the same issuer is not. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';
/** Clocks of the issuer and of this server may differ by so much. */
const TOLERANCE_SECONDS = 5;

/** RFC 9068, 2.2. What a token says of when it begins holds where it says so. */
export function checksOf(
  { algorithms, issuer, audience, claims, type = ACCESS_TOKEN_TYPE }: Expected,
  now: Instant,
): JWTVerifyOptions {
  return {
    ...{ algorithms: [...algorithms], issuer, audience: [...[audience].flat()], clockTolerance: TOLERANCE_SECONDS },
    ...(type !== null && { typ: type }),
    requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp', ...claims],
    currentDate: new Date(now),
  };
}

/** @throws RefusedClaim for a time that is none, or an issue ahead of all clocks. */
export function expiryOf({ exp, iat }: JWTPayload, now: Instant): Instant {
  if (exp === undefined || !Number.isSafeInteger(exp * 1000)) throw new RefusedClaim('exp');
  if (iat === undefined || iat * 1000 > now + TOLERANCE_SECONDS * 1000) throw new RefusedClaim('iat');
  return exp * 1000;
}

/** The same verification, with one answer to whatever is wrong. */
export function refusing<Read>(
  { onRefused }: TokenOptions,
  verify: (token: string, now: Instant) => Promise<Read>,
): (token: string, now: Instant) => Promise<Read> {
  return async (token, now) => {
    try {
      if (token.length > LONGEST_TOKEN) throw new Error('TOO_LONG');
      return await verify(token, now);
    } catch (error) {
      onRefused?.(causeOf(error), claimOf(error));
      throw unauthenticated();
    }
  };
}

export function unauthenticated(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'tokenRefused');
}

function causeOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return error.code;
  return error instanceof Error && /^[A-Z_]+$/.test(error.message) ? error.message : 'UNKNOWN';
}

function claimOf(error: unknown): string | null {
  const isNamed =
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTExpired ||
    error instanceof RefusedClaim;
  return isNamed ? error.claim : null;
}
