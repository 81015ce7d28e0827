import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { assignmentInForce } from '../../core/rules/assignment.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import type { CreatePlanInput } from './plan-input.type.js';
import { Plan } from './plan.entity.js';

export type PlanResult = { readonly caseId: string; readonly planId: string };

/** The frame of the plan, held by the coordinator's agency and so made by it; goals and actions hang on it. */
export function createPlan(run: RunCommand, input: CreatePlanInput): Promise<PlanResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'createPlan', act: 'PLAN', requestId, target, input }, async (scope) => {
    const { viewer, facts, em, caseId, at } = scope;
    requireOwnAgency(viewer, facts.coordinatorAgencyId);
    if ((await em.count(Plan, { caseId })) > 0) throw new DomainError('INVALID_STATE', 'planExists');
    const overallResponsibleId = requireId<'RoleTerm'>(input.overallResponsibleId ?? viewer.id);
    const assigned = assignmentInForce(facts.assignments, overallResponsibleId, at) !== null;
    if (!assigned || !scope.decision().participant(overallResponsibleId).open) {
      throw new DomainError('BAD_USER_INPUT', 'responsibleUnknown');
    }
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'PLAN');
    em.persist(em.create(Plan, { ...piece, overallResponsibleId }));
    scope.changed({ kind: 'PLAN_CHANGED', ids: [piece.id] });
    return { caseId, planId: piece.id };
  });
}
