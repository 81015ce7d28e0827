import { newPiece } from '../../access/command-piece.js';
import { caseStatus } from '../../core/case-status.js';
import { nextVersion } from '../../core/expected-version.js';
import { requireFollowedUp, requireOutcome } from '../../core/outcome.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { RecordOutcomeInput } from './outcome-input.type.js';
import { OUTCOME } from './outcome.piece.js';
import { OutcomeType } from './outcome.type.js';
import { outcomeById, ownOutcome } from './outcome.queries.js';

/** What the own agency knows of one wanted effect, also while a closed case is followed up; one row for each effect. */
export const RecordOutcome = caseMutation({
  name: 'recordOutcome',
  description: 'Records how a wanted effect stands, as the own agency knows it; by its professionals.',
  input: RecordOutcomeInput,
  type: OutcomeType,
  typename: 'Outcome',
  act: 'RECORD_OUTCOME',
  target: ({ caseId }) => caseId,
  async work(scope, { category, expectedVersion, before, after, atFollowUp }) {
    requireOutcome(category, [before, after, atFollowUp]);
    const { pieces, caseId, facts, at: recordedAt } = scope;
    requireFollowedUp(atFollowUp, caseStatus(facts, recordedAt));
    const piece = newPiece(scope, requireAgency(scope.viewer), category);
    const known = await pieces.find(OUTCOME, { holderId: piece.holderId, category });
    nextVersion(known?.version ?? 0, expectedVersion);
    if (known === null) {
      const first = { before: before ?? 'UNKNOWN', after: after ?? null, atFollowUp: atFollowUp ?? null } as const;
      await pieces.add(OUTCOME, piece, first);
    } else {
      const given = {
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        ...(atFollowUp !== undefined && { atFollowUp }),
      };
      await pieces.change(OUTCOME, known, given, { recordedAt });
    }
    const outcomeId = known?.id ?? piece.id;
    scope.changed({ kind: 'PIECE_CHANGED', ids: [outcomeId] });
    return { caseId, outcomeId };
  },
  answer: (loaded, { outcomeId }) => outcomeById(loaded, outcomeId),
  conflict: {
    id: ({ caseId }) => caseId,
    isCase: true,
    read: (loaded, _id, { category }) => ownOutcome(loaded, category),
    fields: ['id', 'version', 'before', 'after', 'atFollowUp'],
  },
});
