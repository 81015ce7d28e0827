/**
 * Time alone may close, never open. A cell that was closed just before a birthday or the end of a custody changed who
 * must sign waits, until somebody who must sign states something about it at or after that change; it opens when, at
 * that moment or later, everybody who must sign says yes.
 *
 * Everything else that may open a cell is an act: a statement coming to apply, the end of a block, a recorded
 * prevention, a new pack, the start of a custody.
 *
 * Source: brief, section 2 (at 18 a new statement is needed for what a guardian had kept closed); design, section 3
 * and P3; the pack may switch it off (`timeMayOpen`).
 */
import type { Statement } from '../case-facts.js';
import type { PersonId } from '../ids.js';
import type { Instant } from '../period.js';

/** Whether one of the signers has stated something about the cell from `change` until and including `at`. */
export function anyStatedSince(
  change: Instant,
  signers: readonly PersonId[],
  statements: readonly Statement[],
  at: Instant,
): boolean {
  return statements.some(
    ({ signerId, appliesFrom }) => change <= appliesFrom && appliesFrom <= at && signers.includes(signerId),
  );
}
