import { BoundedCache } from '../access/bounded-cache.js';
import type { Instant } from '../core/period.js';
import type { Verified, VerifyToken } from './token.js';

/** Verified tokens that are kept; each is used again and again until it ends. */
const MOST = 10_000;
/** Milliseconds; on top of the time for which the issuer's keys are kept, so a key that is withdrawn counts for both. */
export const TOKENS_KEPT_MS = 60_000;

interface Kept {
  readonly token: Verified;
  readonly verifiedAt: Instant;
}

/** The same verification, with the signature of a token that was verified before taken as read until it ends. */
export function cachingVerifier(verify: VerifyToken): VerifyToken {
  const kept = new BoundedCache<string, Kept>(MOST);
  return async (text, now) => {
    const known = kept.get(text);
    if (
      known !== undefined &&
      known.verifiedAt <= now &&
      now < Math.min(known.token.expiresAt, known.verifiedAt + TOKENS_KEPT_MS)
    ) {
      return known.token;
    }
    const token = await verify(text, now);
    kept.set(text, { token, verifiedAt: now });
    return token;
  };
}
