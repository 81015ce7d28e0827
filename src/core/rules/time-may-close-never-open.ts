/**
 * Time alone may close, never open, and a change of the rules counts like time alone. A cell that was closed just
 * before a birthday, the end of a custody or new rules changed who must sign waits, until everybody who must sign says
 * yes and one of these yeses applies at or after that change. Only a signer's last statement counts: a no frees
 * nothing, and neither does a statement that a later one has overruled.
 *
 * Everything else that may open a cell is an act: a yes coming to apply, the end of a block, a recorded prevention, the
 * start of a custody.
 *
 * Source: design, section 7 (at 18 a new statement is needed for what a guardian had kept closed); design, section 3
 * and P3; for birthdays and custody the pack may switch it off (`timeMayOpen`).
 */
import type { Statement } from '../case-facts.js';
import type { Instant } from '../period.js';
import { answerOf } from './last-statement.js';

/** Whether one of the statements, each the last of somebody who must sign, is a yes from `change` on. */
export function anyYesSince(change: Instant, lastOfSigners: readonly (Statement | null)[], at: Instant): boolean {
  return lastOfSigners.some((last) => last !== null && answerOf(last, at) === 'GRANTED' && last.appliesFrom >= change);
}
