import type { Instant } from '../core/period.js';
import type { SignInPeople } from '../core/sign-in-identity.js';

/** Who signed in, as the identity provider told it. Hashes are keyed, in hexadecimal digits. */
export interface SignInIdentity {
  readonly hash: string;
  /** Whom the provider speaks for; `null` for everybody. */
  readonly people: SignInPeople | null;
  /** Hashes of what the provider may end. */
  readonly sessions: readonly string[];
  readonly issuedAt: Instant;
}
