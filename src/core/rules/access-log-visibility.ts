/**
 * The family is told by cell, not by piece, that something was read. From a member of the family from whom every piece
 * that was shown of the cell is kept, the read of that cell is kept as well: it would tell that there is something.
 *
 * Source: OSL 12:3 (a minor's secrecy may hold towards a guardian); design, section 7 ("a piece may be withheld from a
 * named guardian"); design, P11.
 */
import type { PersonId } from '../ids.js';

/** @param pieces of each piece that was shown of one cell, from whom it was kept then */
export function hiddenFromEveryEntry(pieces: readonly (readonly PersonId[])[]): readonly PersonId[] {
  const [first = [], ...others] = pieces;
  return first.filter((id) => others.every((hiddenFromIds) => hiddenFromIds.includes(id)));
}
