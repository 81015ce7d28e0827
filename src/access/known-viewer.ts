import type { Instant } from '../core/period.js';
import type { Capacity, Viewer } from '../core/viewer.js';
import type { SignInIdentity } from './sign-in-identity.js';

/** Who is asking, in exactly one capacity. */
export interface Credentials {
  /** The role term, or for the family the person in the case. */
  readonly subjectId: string;
  readonly capacity: Capacity;
}

/** Who signed in, in the capacity that they picked, and until when. */
export interface SignedIn extends Credentials {
  readonly expiresAt: Instant;
  /** What they may pick among. */
  readonly who: SignInIdentity | Credentials;
}

/** The viewer as the database knows them in this snapshot; the family has no profession. */
export type KnownViewer = Viewer & {
  readonly id: string;
  readonly name: string | null;
  readonly profession?: string;
};
