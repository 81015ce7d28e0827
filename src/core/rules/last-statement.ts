/**
 * Of all that a signer has stated about a subject and a cell, the statement recorded last speaks. When it expires,
 * nothing older speaks in its place.
 *
 * Source: OSL 12:2 (secrecy may be lifted wholly or in part) and the right to take a consent back at any time;
 * design, section 3, `last` and `yes`.
 */
import type { SIGNER_ANSWERS } from '../closed-lists.js';
import type { Statement } from '../case-facts.js';
import { names } from '../cell.js';
import type { Cell } from '../cell.js';
import type { Instant } from '../period.js';

/** What a signer's last statement comes to at an instant. Only `GRANTED` is a yes. */
export type SignerAnswer = (typeof SIGNER_ANSWERS)[number];

/** A no without cells names every cell; a yes must name what it opens. */
export function concerns({ decision, grants }: Statement, cell: Cell): boolean {
  return grants === null ? decision !== 'GRANTED' : names(grants, cell);
}

export function answerOf(last: Statement | null, at: Instant): SignerAnswer {
  if (last === null) return 'MISSING';
  if (last.decision !== 'GRANTED') return last.decision;
  return last.until === null || at < last.until ? 'GRANTED' : 'EXPIRED';
}
