import { DomainError } from './errors.js';
import type { Instant } from './period.js';

/** What somebody is in the operative or the steering group. */
export const GROUP_FUNCTIONS = ['MEMBER', 'CHAIR', 'DEPUTY'] as const;
export type GroupFunction = (typeof GROUP_FUNCTIONS)[number];

/** A time in a group, or in the role that it is held in. */
interface Held {
  readonly validFrom: Instant;
  readonly validUntil: Instant | null;
}

/**
 * Nobody sits in a group longer than in the role that they sit in it for, nor twice at a time.
 *
 * @throws DomainError BAD_USER_INPUT for a role that does not hold when the place begins, INVALID_STATE for who has a
 * place then.
 */
export function requireFreePlace(place: Held, role: Held | null, others: readonly Held[]): void {
  if (role === null || role.validFrom > place.validFrom || isOver(role, place.validFrom)) {
    throw new DomainError('BAD_USER_INPUT', 'memberUnknown');
  }
  const overlapping = others.some(
    (other) => !isOver(other, place.validFrom) && (place.validUntil === null || other.validFrom < place.validUntil),
  );
  if (overlapping) throw new DomainError('INVALID_STATE', 'inGroupAlready');
}

/**
 * When a place ends that is ended at an instant; one that has not begun never does.
 *
 * @throws DomainError INVALID_STATE when it has ended already.
 */
export function endOfPlace(place: Held, at: Instant): Instant {
  if (isOver(place, at)) throw new DomainError('INVALID_STATE', 'groupPlaceEnded');
  return Math.max(at, place.validFrom);
}

function isOver({ validUntil }: Held, at: Instant): boolean {
  return validUntil !== null && validUntil <= at;
}
