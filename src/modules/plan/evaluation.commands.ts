import { newPiece, requireSeen } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { localDate } from '../../core/calendar.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireSpeaksFor } from '../../core/rules/who-may-change-action.js';
import { Action } from './action.entity.js';
import type { EvaluateActionInput } from './evaluation-input.type.js';
import { Evaluation } from './evaluation.entity.js';

export type EvaluationResult = { readonly caseId: string; readonly actionId: string };

/** By whoever may say how far it has come; evaluations are added, never rewritten, so that they tell how it went over time. */
export function evaluateAction(run: RunCommand, input: EvaluateActionInput): Promise<EvaluationResult> {
  const { requestId, actionId: target } = input;
  return run({ operation: 'evaluateAction', act: 'PROGRESS_ACTION', requestId, target, input }, async (scope) => {
    const { em, caseId, viewer, facts, at } = scope;
    const action = requireSeen(scope, 'ACTION', await em.findOne(Action, { caseId, id: requireId<string>(target) }));
    if (!('agencyId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    const { holderId, responsibleKind: kind, responsibleId: id } = action;
    requireSpeaksFor(facts, viewer, { holderId, responsible: { kind, id } });
    const piece = newPiece(scope, viewer.agencyId, action.category, action.subjectIds);
    const place = { table: 'evaluation', column: 'text_sealed', rowId: piece.id };
    const textSealed = scope.seal(requireText(input.text), place);
    const common = { actionId: action.id, authorId: viewer.roleTermId, evaluatedOn: localDate(at) };
    em.persist(em.create(Evaluation, { ...piece, ...common, textSealed }));
    scope.changed({ kind: 'ACTION_CHANGED', ids: [action.id] });
    return { caseId, actionId: action.id };
  });
}
