/**
 * Consent permits, it does not compel: the holder may hold a piece back from everybody else, or keep it from a named
 * member of the family. What is kept back leaves no trace.
 *
 * Source: OSL 10:1 and 12:2; OSL 12:3 (a minor's secrecy may hold towards a guardian); design, section 7.
 */
import type { PersonId } from '../ids.js';
import type { PieceFacts } from '../piece.js';

export function isKeptFrom({ heldBack, hiddenFromIds }: PieceFacts, familyMemberId: PersonId): boolean {
  return heldBack || hiddenFromIds.includes(familyMemberId);
}
