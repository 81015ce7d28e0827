import { DomainError } from './errors.js';
import type { Capacity } from './viewer.js';

/** One capacity that whoever signed in holds now, in words by which they can tell it from the others. */
export interface HeldCapacity {
  /** Of the role term, or of the person in the case. */
  readonly id: string;
  readonly capacity: Capacity;
  readonly profession: string | null;
  readonly agency: string | null;
  readonly municipality: string;
  /** For the family. */
  readonly caseNumber: string | null;
}

/** One of several is to be picked first; these are they. */
export class CapacityRefusal extends DomainError {
  constructor(
    reason: 'capacityNotPicked' | 'capacityNotHeld',
    readonly capacities: readonly HeldCapacity[],
  ) {
    super('BAD_USER_INPUT', reason);
  }
}

/**
 * A request acts in exactly one capacity, and never in two at once: what is seen in each rests on another ground.
 *
 * @param picked its id; `null` where the only one is meant
 * @throws DomainError FORBIDDEN for somebody who is signed in and is nobody here; CapacityRefusal.
 */
export function pickCapacity(held: readonly HeldCapacity[], picked: string | null): HeldCapacity {
  const [first, ...others] = held;
  if (first === undefined) throw new DomainError('FORBIDDEN', 'identityUnknown');
  if (picked === null) {
    if (others.length > 0) throw new CapacityRefusal('capacityNotPicked', held);
    return first;
  }
  const one = held.find(({ id }) => id === picked.toLowerCase());
  if (one === undefined) throw new CapacityRefusal('capacityNotHeld', held);
  return one;
}
