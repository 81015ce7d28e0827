import { newPiece } from '../../access/command-piece.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { assignmentInForce } from '../../core/rules/assignment.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { CreatePlanInput } from './plan-input.type.js';
import { ACTION, GOAL, PLAN } from './plan.piece.js';
import { PlanType } from './plan.type.js';
import { plan } from './plan.queries.js';

/** The frame of the plan, held by the coordinator's agency and so made by it; goals and actions hang on it. */
export const CreatePlan = caseMutation({
  name: 'createPlan',
  description: "Makes the frame of the case's one plan; for the coordinator's agency.",
  input: CreatePlanInput,
  type: PlanType,
  typename: 'Plan',
  loads: [GOAL, ACTION],
  act: 'PLAN',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { viewer, facts, pieces, caseId, at } = scope;
    requireOwnAgency(viewer, facts.coordinatorAgencyId);
    if ((await pieces.count(PLAN)) > 0) throw new DomainError('INVALID_STATE', 'planExists');
    const overallResponsibleId = requireId<'RoleTerm'>(input.overallResponsibleId ?? viewer.id);
    const assigned = assignmentInForce(facts.assignments, overallResponsibleId, at) !== null;
    if (!assigned || !scope.decision().participant(overallResponsibleId).open) {
      throw new DomainError('BAD_USER_INPUT', 'responsibleUnknown');
    }
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'PLAN');
    await pieces.add(PLAN, piece, { overallResponsibleId });
    scope.changed({ kind: 'PLAN_CHANGED', ids: [piece.id] });
    return { caseId, planId: piece.id };
  },
  answer: plan,
});
