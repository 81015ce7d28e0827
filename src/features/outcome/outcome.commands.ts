import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import { caseStatus } from '../../core/case-status.js';
import { requireFollowedUp, requireOutcome } from '../../core/outcome.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { RecordOutcomeInput } from './outcome-input.type.js';
import { OUTCOME } from './outcome.piece.js';

export type OutcomeResult = { readonly caseId: string; readonly outcomeId: string };

/** What the own agency knows of one wanted effect, also while a closed case is followed up; one row for each effect. */
export function recordOutcome(run: RunCommand, input: RecordOutcomeInput): Promise<OutcomeResult> {
  const { requestId, caseId: target, category, before, after, atFollowUp } = input;
  return run({ operation: 'recordOutcome', act: 'RECORD_OUTCOME', requestId, target, input }, async (scope) => {
    requireOutcome(category, before, after ?? atFollowUp);
    const { pieces, caseId, facts, at: recordedAt } = scope;
    requireFollowedUp(atFollowUp, caseStatus(facts, recordedAt));
    const piece = newPiece(scope, requireAgency(scope.viewer), category);
    const known = await pieces.find(OUTCOME, { holderId: piece.holderId, category });
    if (known === null) {
      const first = { before: before ?? 'UNKNOWN', after: after ?? null, atFollowUp: atFollowUp ?? null } as const;
      await pieces.add(OUTCOME, piece, first);
    } else {
      const given = {
        ...(before != null && { before }),
        ...(after != null && { after }),
        ...(atFollowUp != null && { atFollowUp }),
      };
      await pieces.change(OUTCOME, known, given, { recordedAt });
    }
    const outcomeId = known?.id ?? piece.id;
    scope.changed({ kind: 'PIECE_CHANGED', ids: [outcomeId] });
    return { caseId, outcomeId };
  });
}
