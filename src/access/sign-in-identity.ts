import type { SignInPeople } from '../core/sign-in-identity.js';

/** Who signed in, as the identity provider told it. */
export interface SignInIdentity {
  /** Keyed, in hexadecimal digits. */
  readonly hash: string;
  /** Whom the provider speaks for; `null` for everybody. */
  readonly people: SignInPeople | null;
}
