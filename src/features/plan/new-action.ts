import { newPiece, requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { Supported } from '../../core/closed-lists.js';
import { caseStatus } from '../../core/case-status.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireStatus } from '../../core/permissions.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { AddActionInput } from './plan-input.type.js';
import { ACTION, GOAL } from './plan.piece.js';
import { responsibleOf } from './responsible.js';

/** What a new action says; its case is known already. */
type NewAction = Omit<AddActionInput, 'requestId' | 'caseId'>;

/**
 * A new action, also within a command that does something else, such as recording a decision. One of no goal asks for
 * no frame either: whether there is one may be withheld from whoever writes.
 *
 * @returns its id.
 * @throws DomainError INVALID_STATE while the case has no plan to work on, BAD_USER_INPUT where nothing says what it is
 * about.
 */
export async function newAction(scope: CommandScope, input: NewAction): Promise<string> {
  const { pieces, facts, at } = scope;
  requireStatus('PLAN', caseStatus(facts, at));
  const goal = input.goalId == null ? null : await requireSeen(scope, GOAL, input.goalId);
  const parentId = goal?.id ?? null;
  const category = input.category ?? goal?.category;
  if (category === undefined) throw new DomainError('BAD_USER_INPUT', 'actionWithoutCategory');
  const piece = newPiece(scope, requireAgency(scope.viewer), category);
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
