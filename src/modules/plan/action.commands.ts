import { newPiece, requireSeen, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { caseStatus } from '../../core/case-status.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireStatus } from '../../core/permissions.js';
import { nextVersion, requireProgress } from '../../core/plan.js';
import type { ActionStatus } from '../../core/plan.js';
import { requireAgency, requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { requireSpeaksFor } from '../../core/rules/who-may-change-action.js';
import { Action } from './action.entity.js';
import { Goal } from './goal.entity.js';
import type { AddActionInput, UpdateActionInput } from './plan-input.type.js';
import { recordVersion } from './plan-version.commands.js';
import { responsibleOf } from './responsible.commands.js';
import type { Responsible } from './responsible.commands.js';

export type ActionResult = { readonly caseId: string; readonly actionId: string };

/** Held by the agency that writes it, whoever holds the goal. */
export function addAction(run: RunCommand, input: AddActionInput): Promise<ActionResult> {
  const { requestId, goalId: target } = input;
  return run({ operation: 'addAction', act: 'PLAN', requestId, target, input }, async (scope) => ({
    caseId: scope.caseId,
    actionId: await newAction(scope, input),
  }));
}

/**
 * An action within a command that also does something else, such as recording a decision.
 *
 * @returns its id.
 * @throws DomainError INVALID_STATE while the case has no plan to work on.
 */
export async function newAction(scope: CommandScope, input: Omit<AddActionInput, 'requestId'>): Promise<string> {
  const { em, caseId, facts, at } = scope;
  requireStatus('PLAN', caseStatus(facts, at));
  const id = requireId<string>(input.goalId);
  const goal = requireSeen(scope, 'GOAL', await em.findOne(Goal, { caseId, id }));
  const piece = newPiece(scope, requireAgency(scope.viewer), input.category ?? goal.category);
  const position = (await em.count(Action, { goalId: goal.id })) + 1;
  const common = { planId: goal.planId, goalId: goal.id, position, version: 1, status: 'PLANNED' } as const;
  const what = requireText(input.what);
  const whatSealed = scope.seal(what, whatOf(piece.id));
  const [responsible, dueOn] = [await responsibleOf(scope, input.responsible), input.dueOn ?? null];
  const supports = (input.supports ?? 'YOUNG_PERSON') as Action['supports'];
  const action = em.create(Action, { ...piece, ...common, whatSealed, ...responsible, dueOn, supports });
  em.persist(action);
  recordVersion(scope, action, { what, status: 'PLANNED', dueOn, responsible: toldOf(responsible), supports });
  scope.changed({ kind: 'ACTION_CHANGED', ids: [piece.id] });
  return piece.id;
}

/**
 * A rewritten text is stated anew by its holder; how far it has come is said by whoever is responsible, and leaves the
 * piece of the time from which it is: progress must not open what an earlier consent did not reach.
 */
export function updateAction(run: RunCommand, input: UpdateActionInput): Promise<ActionResult> {
  const { requestId, actionId: target, status, dueOn } = input;
  return run({ operation: 'updateAction', act: 'PROGRESS_ACTION', requestId, target, input }, async (scope) => {
    const { em, caseId, viewer, facts, at: recordedAt } = scope;
    const action = requireSeen(scope, 'ACTION', await em.findOne(Action, { caseId, id: requireId<string>(target) }));
    const what = input.what == null ? undefined : requireText(input.what);
    const rewritten = what !== undefined || input.responsible != null || dueOn !== undefined;
    if (!rewritten && status == null) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
    if (rewritten) requireOwnAgency(viewer, action.holderId);
    if (status != null) {
      const { holderId, responsibleKind: kind, responsibleId: id } = action;
      requireSpeaksFor(facts, viewer, { holderId, responsible: { kind, id } });
    }
    const version = nextVersion(action.version, input.expectedVersion);
    const next = (status ?? action.status) as ActionStatus;
    requireProgress(action.status, next);
    const responsible = input.responsible == null ? undefined : await responsibleOf(scope, input.responsible);
    rewrite(action, {
      ...{ version, status: next, ...responsible },
      ...(what !== undefined && { whatSealed: scope.seal(what, whatOf(action.id)), recordedAt }),
      ...(dueOn !== undefined && { dueOn }),
    });
    const told = responsible === undefined ? undefined : toldOf(responsible);
    recordVersion(scope, action, { what, status: status ?? undefined, dueOn, responsible: told });
    scope.changed({ kind: 'ACTION_CHANGED', ids: [action.id] });
    return { caseId, actionId: action.id };
  });
}

/** A member of the family is not told in the history: who may see them is judged where they are shown. */
function toldOf({ responsibleKind, responsibleId }: Responsible): string | null {
  return ['PROFESSIONAL', 'AGENCY'].includes(responsibleKind) ? responsibleId : null;
}

function whatOf(rowId: string): { table: string; column: string; rowId: string } {
  return { table: 'action', column: 'what_sealed', rowId };
}
