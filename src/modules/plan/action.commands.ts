import { newPiece, requireSeen, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { nextVersion, requireProgress } from '../../core/plan.js';
import type { ActionStatus } from '../../core/plan.js';
import { requireAgency, requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { requireSpeaksFor } from '../../core/rules/who-may-change-action.js';
import { Action } from './action.entity.js';
import { Goal } from './goal.entity.js';
import type { AddActionInput, UpdateActionInput } from './plan-input.type.js';
import { responsibleOf } from './responsible.commands.js';

export type ActionResult = { readonly caseId: string; readonly actionId: string };

/** Held by the agency that writes it, whoever holds the goal. */
export function addAction(run: RunCommand, input: AddActionInput): Promise<ActionResult> {
  const { requestId, goalId: target } = input;
  return run({ operation: 'addAction', act: 'PLAN', requestId, target, input }, async (scope) => {
    const { em, caseId } = scope;
    const goal = requireSeen(scope, 'GOAL', await em.findOne(Goal, { caseId, id: requireId<string>(target) }));
    const piece = newPiece(scope, requireAgency(scope.viewer), input.category ?? goal.category);
    const position = (await em.count(Action, { goalId: goal.id })) + 1;
    const common = { planId: goal.planId, goalId: goal.id, position, version: 1, status: 'PLANNED' } as const;
    const whatSealed = scope.seal(requireText(input.what), whatOf(piece.id));
    const responsible = await responsibleOf(scope, input.responsible);
    em.persist(em.create(Action, { ...piece, ...common, whatSealed, ...responsible, dueOn: input.dueOn ?? null }));
    scope.changed({ kind: 'PLAN_CHANGED', ids: [goal.planId, goal.id] });
    scope.changed({ kind: 'ACTION_CHANGED', ids: [piece.id] });
    return { caseId, actionId: piece.id };
  });
}

/**
 * A rewritten text is stated anew by its holder; how far it has come is said by whoever is responsible, and leaves the
 * piece of the time from which it is: progress must not open what an earlier consent did not reach.
 */
export function updateAction(run: RunCommand, input: UpdateActionInput): Promise<ActionResult> {
  const { requestId, actionId: target, status, what, responsible, dueOn } = input;
  return run({ operation: 'updateAction', act: 'PROGRESS_ACTION', requestId, target, input }, async (scope) => {
    const { em, caseId, viewer, facts, at: recordedAt } = scope;
    const action = requireSeen(scope, 'ACTION', await em.findOne(Action, { caseId, id: requireId<string>(target) }));
    const rewritten = what != null || responsible != null || dueOn !== undefined;
    if (!rewritten && status == null) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
    if (rewritten) requireOwnAgency(viewer, action.holderId);
    if (status != null) {
      const { holderId, responsibleKind: kind, responsibleId: id } = action;
      requireSpeaksFor(facts, viewer, { holderId, responsible: { kind, id } });
    }
    const version = nextVersion(action.version, input.expectedVersion);
    const next = (status ?? action.status) as ActionStatus;
    requireProgress(action.status, next);
    rewrite(action, {
      version,
      status: next,
      ...(what != null && { whatSealed: scope.seal(requireText(what), whatOf(action.id)), recordedAt }),
      ...(responsible != null && (await responsibleOf(scope, responsible))),
      ...(dueOn !== undefined && { dueOn }),
    });
    scope.changed({ kind: 'ACTION_CHANGED', ids: [action.id] });
    return { caseId, actionId: action.id };
  });
}

function whatOf(rowId: string): { table: string; column: string; rowId: string } {
  return { table: 'action', column: 'what_sealed', rowId };
}
