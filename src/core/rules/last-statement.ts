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
import type { PersonId } from '../ids.js';
import type { Instant } from '../period.js';

/** What a signer's last statement comes to at an instant. Only `GRANTED` is a yes. */
export type SignerAnswer = (typeof SIGNER_ANSWERS)[number];

/** A no without cells names every cell; a yes must name what it opens. */
export function concerns({ decision, grants }: Statement, cell: Cell): boolean {
  return grants === null ? decision !== 'GRANTED' : names(grants, cell);
}

/** `statements` are those about one subject that concern one cell. */
export function lastStatement(statements: readonly Statement[], signerId: PersonId, at: Instant): Statement | null {
  return lastStatements(statements)(signerId, at);
}

/** The same while time goes on: asked of one instant after the other, never backwards, it looks at every statement once. */
export function lastStatements(
  statements: readonly Statement[],
): (signerId: PersonId, at: Instant) => Statement | null {
  const ahead = statements.toSorted((a, b) => b.appliesFrom - a.appliesFrom);
  const lastOf = new Map<PersonId, Statement>();
  return (signerId, at) => {
    for (let next = ahead.at(-1); next !== undefined && next.appliesFrom <= at; next = ahead.at(-1)) {
      ahead.pop();
      const last = lastOf.get(next.signerId);
      if (last === undefined || next.sequence > last.sequence) lastOf.set(next.signerId, next);
    }
    return lastOf.get(signerId) ?? null;
  };
}

export function answerOf(last: Statement | null, at: Instant): SignerAnswer {
  if (last === null) return 'MISSING';
  if (last.decision !== 'GRANTED') return last.decision;
  return last.until === null || at < last.until ? 'GRANTED' : 'EXPIRED';
}
