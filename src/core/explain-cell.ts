import type { CaseFacts, Statement } from './case-facts.js';
import type { Cell } from './cell.js';
import { untouched } from './cell-step.js';
import { cellTimeline } from './cell-timeline.js';
import { aboutCell, consentHistory } from './consent-history.js';
import { MissingFactError } from './errors.js';
import type { BlockId, PersonId } from './ids.js';
import { contains } from './period.js';
import type { Instant } from './period.js';
import { answerOf } from './rules/last-statement.js';
import type { SignerAnswer } from './rules/last-statement.js';
import { isNotGranted } from './rules/subject-refusal.js';

/** Why a cell is open or closed: for signers and the coordinator only, since it tells who said what. */
export interface CellExplanation {
  readonly open: boolean;
  /** Everybody who must sign now; empty when nobody can open the cell (no custodian, or no rules yet). */
  readonly signers: readonly {
    readonly signerId: PersonId;
    readonly answer: SignerAnswer;
    readonly sequence: number | null;
  }[];
  /** The subject's own no, which closes at every age. */
  readonly subjectSaysNo: boolean;
  readonly blockIds: readonly BlockId[];
  /**
   * The birthday, end of custody or new rules since which the cell waits for a new statement; `null` when it does not
   * wait.
   */
  readonly waitsSince: Instant | null;
}

/** @throws MissingFactError when the subject is a guardian or unknown, or lacks a birth date. */
export function explainCell(facts: CaseFacts, subjectId: PersonId, cell: Cell, at: Instant): CellExplanation {
  const wholeHistory = consentHistory(facts, subjectId);
  if (wholeHistory === null) throw new MissingFactError(`consent about person ${subjectId}, who is a guardian`);
  const history = aboutCell(wholeHistory, cell);
  const state = cellTimeline(history).find((stretch) => contains(stretch, at)) ?? untouched(subjectId);
  const lastOf = (personId: PersonId): Statement | null => state.lastOf.get(personId) ?? null;
  return {
    open: state.carriers !== null,
    signers: state.signers.map((signerId) => {
      const last = lastOf(signerId);
      return { signerId, answer: answerOf(last, at), sequence: last?.sequence ?? null };
    }),
    subjectSaysNo: isNotGranted(lastOf(subjectId)),
    blockIds: history.blocks.filter(({ period }) => contains(period, at)).map(({ id }) => id),
    waitsSince: state.waits ? state.waitsSince : null,
  };
}
