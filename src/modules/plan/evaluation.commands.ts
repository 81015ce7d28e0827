import { newPiece, requireSeen } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { localDate } from '../../core/calendar.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { requireSpeaksFor } from '../../core/rules/who-may-change-action.js';
import type { Viewer } from '../../core/viewer.js';
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
    const { holderId, responsibleKind: kind, responsibleId: id } = action;
    requireSpeaksFor(facts, viewer, { holderId, responsible: { kind, id } });
    // What the young person says of an own action is kept with it.
    const heldBy = 'agencyId' in viewer ? viewer.agencyId : holderId;
    const piece = newPiece(scope, heldBy, action.category, action.subjectIds);
    const common = { actionId: action.id, ...writtenBy(viewer), evaluatedOn: localDate(at) };
    em.persist(em.create(Evaluation, { ...piece, ...common, textSealed: sealed(scope, piece.id, input.text) }));
    scope.changed({ kind: 'ACTION_CHANGED', ids: [action.id] });
    return { caseId, actionId: action.id };
  });
}

/** Of no single action: how the whole went, by the coordinator who closes the case. */
export function addClosingEvaluation(scope: CommandScope, text: string): void {
  const { em, viewer, facts, at } = scope;
  const piece = newPiece(scope, facts.coordinatorAgencyId, 'PLAN');
  const common = { actionId: null, authorId: requireRoleTerm(viewer), byId: null, evaluatedOn: localDate(at) };
  em.persist(em.create(Evaluation, { ...piece, ...common, textSealed: sealed(scope, piece.id, text) }));
  scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
}

function writtenBy(viewer: Viewer): Pick<Evaluation, 'authorId' | 'byId'> {
  return 'personId' in viewer
    ? { authorId: null, byId: viewer.personId }
    : { authorId: requireRoleTerm(viewer), byId: null };
}

function sealed(scope: CommandScope, rowId: string, text: string): Buffer {
  return scope.seal(requireText(text), { table: 'evaluation', column: 'text_sealed', rowId });
}
