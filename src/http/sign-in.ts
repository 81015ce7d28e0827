import type { CapacitiesOf } from '../access/held-capacities.js';
import type { Credentials, SignedIn } from '../access/known-viewer.js';
import { DomainError } from '../core/errors.js';
import type { Instant } from '../core/period.js';
import { CapacityRefusal, pickCapacity } from '../core/pick-capacity.js';
import type { TokenOptions } from './token-checks.js';
import { bearerToken } from './token.js';
import type { Verified, VerifyToken } from './token.js';

export interface SignInOptions extends TokenOptions {
  readonly verifyToken: VerifyToken;
  readonly capacitiesOf: CapacitiesOf;
  /** The server's clock. */
  readonly now: () => Instant;
}

/**
 * Who asks, in which one capacity. The token says who; what they may act as is looked up anew each time, so that a term
 * or a custody that ended is not picked any more. A token of the server's own is of one capacity and needs no look-up.
 */
export class SignIn {
  constructor(private readonly options: SignInOptions) {}

  /**
   * @param authorization the whole header
   * @param picked the id of the capacity; without one the only one is meant
   * @returns `null` where nobody says who they are
   * @throws DomainError UNAUTHENTICATED for a token that is refused, FORBIDDEN where nobody here knows who signed in;
   * CapacityRefusal where one is to be picked first.
   */
  async admit(authorization: string | undefined, picked: string | undefined): Promise<SignedIn | null> {
    const token = this.#tokenOf(authorization);
    if (token === null) return null;
    const verified = await this.options.verifyToken(token, this.options.now());
    const { subjectId, capacity } = await this.#inOneCapacity(verified, picked ?? null);
    return { subjectId, capacity, expiresAt: verified.expiresAt, who: verified.who };
  }

  #tokenOf(authorization: string | undefined): string | null {
    try {
      return bearerToken(authorization);
    } catch (error) {
      this.options.onRefused?.('HEADER', null);
      throw error;
    }
  }

  /** @throws DomainError UNAUTHENTICATED for a session that its provider has ended. */
  async #heldBy(who: Verified['who']): ReturnType<CapacitiesOf> {
    try {
      return await this.options.capacitiesOf(who);
    } catch (error) {
      if (error instanceof DomainError) this.options.onRefused?.('SIGNED_OUT', null);
      throw error;
    }
  }

  async #inOneCapacity({ who }: Verified, picked: string | null): Promise<Credentials> {
    const isOwn = 'subjectId' in who;
    if (isOwn && (picked === null || picked.toLowerCase() === who.subjectId)) return who;
    const held = await this.#heldBy(who);
    if (isOwn) throw new CapacityRefusal('capacityNotHeld', held);
    const { id: subjectId, capacity } = pickCapacity(held, picked);
    return { subjectId, capacity };
  }
}
