import { newPiece, requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { Supported } from '../../core/closed-lists.js';
import { caseStatus } from '../../core/case-status.js';
import { requireText } from '../../core/free-text.js';
import { requireStatus } from '../../core/permissions.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { AddActionInput } from './plan-input.type.js';
import { ACTION, GOAL } from './plan.piece.js';
import { responsibleOf } from './responsible.js';

/**
 * A new action, also within a command that does something else, such as recording a decision.
 *
 * @returns its id.
 * @throws DomainError INVALID_STATE while the case has no plan to work on.
 */
export async function newAction(scope: CommandScope, input: Omit<AddActionInput, 'requestId'>): Promise<string> {
  const { pieces, facts, at } = scope;
  requireStatus('PLAN', caseStatus(facts, at));
  const { id: parentId, category } = await requireSeen(scope, GOAL, input.goalId);
  const piece = newPiece(scope, requireAgency(scope.viewer), input.category ?? category);
  const position = (await pieces.count(ACTION, { parentId })) + 1;
  await pieces.add(
    ACTION,
    { ...piece, parentId },
    {
      ...{ position, what: requireText(input.what), status: 'PLANNED', dueOn: input.dueOn ?? null },
      ...(await responsibleOf(scope, input.responsible)),
      supports: (input.supports ?? 'YOUNG_PERSON') as Supported,
    },
  );
  scope.changed({ kind: 'ACTION_CHANGED', ids: [piece.id] });
  return piece.id;
}
