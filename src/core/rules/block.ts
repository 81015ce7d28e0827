/**
 * A block beats every consent. A signer may block any cell; a holder only the cells of its own information.
 *
 * Source: design, P4; OSL 10:1 and 12:2 (consent permits disclosure, it does not compel it).
 */
import type { BlockFact } from '../case-facts.js';
import { names } from '../cell.js';
import type { Cell } from '../cell.js';

/** Whether the block is about the cell at all, at whatever time. */
export function covers({ byHolderId, grants }: BlockFact, cell: Cell): boolean {
  if (byHolderId !== null && byHolderId !== cell.holderId) return false;
  return grants === null || names(grants, cell);
}
