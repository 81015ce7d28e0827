import type { SignedIn } from '../access/known-viewer.js';
import type { EndedSession, EndedSince } from '../access/sign-outs.js';
import type { Schedule } from '../changes/schedule.js';
import type { Instant } from '../core/period.js';

export interface EndedSessionsOptions {
  readonly endedSince: (since: Instant) => Promise<EndedSince>;
  /** The server's clock. */
  readonly now: () => Instant;
  readonly schedule: Schedule;
  readonly onFault: (error: unknown) => void;
}

/** Milliseconds between looks: whoever is signed out at another process is out here by then. */
const LOOK_EVERY = 1_000;
/** Milliseconds that each look reaches back behind the one before: what was being committed then has been since. */
const OVERLAP = 10_000;

interface Followed {
  readonly signedIn: SignedIn;
  readonly cut: () => void;
}

/**
 * Connections that stay open, by who signed in: they are cut when their session has ended or their identity was taken
 * away. Who asks anew is looked up anew.
 */
export class EndedSessions {
  readonly #followed = new Set<Followed>();
  readonly #stop: () => void;
  #since: Instant;
  #looking: Promise<void> | null = null;

  constructor(private readonly options: EndedSessionsOptions) {
    this.#since = options.now();
    this.#stop = options.schedule.every(LOOK_EVERY, () => {
      if (this.#followed.size > 0) void this.look();
    });
  }

  /** @returns what takes it back */
  follow(signedIn: SignedIn, cut: () => void): () => void {
    if (!('hash' in signedIn.who)) return () => undefined;
    if (this.#followed.size === 0) this.#since = this.options.now();
    const followed = { signedIn, cut };
    this.#followed.add(followed);
    return () => void this.#followed.delete(followed);
  }

  /** Never fails: the next look sees what this one missed. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#stop();
    await this.#looking;
  }

  async #look(): Promise<void> {
    try {
      const { now, ended } = await this.options.endedSince(this.#since - OVERLAP);
      this.#since = now;
      for (const { signedIn, cut } of [...this.#followed]) if (hasEnded(signedIn, ended)) cut();
    } catch (error) {
      this.options.onFault(error);
    }
  }
}

function hasEnded({ who }: SignedIn, ended: readonly EndedSession[]): boolean {
  if (!('hash' in who)) return false;
  return ended.some(
    ({ hash, through }) => who.issuedAt <= through && (hash === who.hash || who.sessions.includes(hash)),
  );
}
