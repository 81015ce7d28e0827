import { newPiece, requireSeen } from '../../access/command-piece.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { nextVersion } from '../../core/expected-version.js';
import { requireAgency, requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { AddGoalInput, UpdateGoalInput } from './plan-input.type.js';
import { GOAL, PLAN } from './plan.piece.js';
import { GoalType } from './plan.type.js';
import { goalById } from './plan.queries.js';

export const AddGoal = caseMutation({
  name: 'addGoal',
  description: "Adds a goal, held by the viewer's own agency.",
  input: AddGoalInput,
  type: GoalType,
  typename: 'Goal',
  act: 'PLAN',
  target: ({ planId }) => planId,
  async work(scope, input) {
    const { pieces, caseId } = scope;
    const { id: parentId } = await requireSeen(scope, PLAN, input.planId);
    const piece = newPiece(scope, requireAgency(scope.viewer), input.area);
    const words = wordsOf(input);
    requireWords(words);
    const position = (await pieces.count(GOAL, { parentId })) + 1;
    await pieces.add(GOAL, { ...piece, parentId }, { position, ...words });
    scope.changed({ kind: 'PLAN_CHANGED', ids: [piece.id] });
    return { caseId, goalId: piece.id };
  },
  answer: (loaded, { goalId }) => goalById(loaded, goalId),
});

/** The young person changes own words; the agency that holds the goal changes both, and so states it anew. */
export const UpdateGoal = caseMutation({
  name: 'updateGoal',
  description:
    'Changes the words of a goal. If somebody else was faster: CONFLICT, with the goal as it is in `extensions.current`.',
  input: UpdateGoalInput,
  type: GoalType,
  typename: 'Goal',
  act: 'PLAN_OWN_WORDS',
  target: ({ goalId }) => goalId,
  async work(scope, input) {
    const { pieces, caseId, viewer, at: recordedAt } = scope;
    const goal = await requireSeen(scope, GOAL, input.goalId);
    const ofYoungPerson = viewer.capacity === 'YOUNG_PERSON' && input.inProfessionalWords === undefined;
    if (!ofYoungPerson) requireOwnAgency(viewer, goal.holderId);
    nextVersion(goal.version, input.expectedVersion);
    const words = wordsOf(input);
    if (Object.keys(words).length === 0) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
    requireWords({ ...goal, ...words });
    await pieces.change(GOAL, goal, words, ofYoungPerson ? {} : { recordedAt });
    scope.changed({ kind: 'PLAN_CHANGED', ids: [goal.id] });
    return { caseId, goalId: goal.id };
  },
  answer: (loaded, { goalId }) => goalById(loaded, goalId),
  conflict: {
    id: ({ goalId }) => goalId,
    read: goalById,
    fields: ['id', 'version', 'inOwnWords', 'inProfessionalWords'],
  },
});

type Words = Pick<UpdateGoalInput, 'inOwnWords' | 'inProfessionalWords'>;

/** The words that are given, and no others; null takes them away. */
function wordsOf(given: Words): { inOwnWords?: string | null; inProfessionalWords?: string | null } {
  const { inOwnWords, inProfessionalWords } = given;
  const tidy = (text: string | null): string | null => (text === null ? null : requireText(text));
  return {
    ...(inOwnWords !== undefined && { inOwnWords: tidy(inOwnWords) }),
    ...(inProfessionalWords !== undefined && { inProfessionalWords: tidy(inProfessionalWords) }),
  };
}

/** @throws DomainError BAD_USER_INPUT for a goal without words. */
function requireWords({ inOwnWords, inProfessionalWords }: Words): void {
  if (inOwnWords == null && inProfessionalWords == null) throw new DomainError('BAD_USER_INPUT', 'goalWithoutText');
}
