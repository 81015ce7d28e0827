import { newPiece, requireSeen, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { nextVersion } from '../../core/plan.js';
import { requireAgency, requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { Goal } from './goal.entity.js';
import { recordVersion } from './plan-version.commands.js';
import type { AddGoalInput, UpdateGoalInput } from './plan-input.type.js';
import { Plan } from './plan.entity.js';

export type GoalResult = { readonly caseId: string; readonly goalId: string };

export function addGoal(run: RunCommand, input: AddGoalInput): Promise<GoalResult> {
  const { requestId, planId: target } = input;
  return run({ operation: 'addGoal', act: 'PLAN', requestId, target, input }, async (scope) => {
    const { em, caseId } = scope;
    const plan = requireSeen(scope, 'PLAN', await em.findOne(Plan, { caseId, id: requireId<string>(target) }));
    const piece = newPiece(scope, requireAgency(scope.viewer), input.area);
    const texts = sealed(scope, piece.id, input);
    const { inOwnWordsSealed = null, inProfessionalWordsSealed = null } = texts;
    if (Object.keys(texts).length === 0) throw new DomainError('BAD_USER_INPUT', 'goalWithoutText');
    const position = (await em.count(Goal, { planId: plan.id })) + 1;
    const common = { planId: plan.id, position, version: 1 };
    const goal = em.create(Goal, { ...piece, ...common, inOwnWordsSealed, inProfessionalWordsSealed });
    em.persist(goal);
    recordVersion(scope, goal, wordsOf(input));
    scope.changed({ kind: 'PLAN_CHANGED', ids: [piece.id] });
    return { caseId, goalId: piece.id };
  });
}

/** The young person changes own words; the agency that holds the goal changes both, and so states it anew. */
export function updateGoal(run: RunCommand, input: UpdateGoalInput): Promise<GoalResult> {
  const { requestId, goalId: target } = input;
  return run({ operation: 'updateGoal', act: 'PLAN_OWN_WORDS', requestId, target, input }, async (scope) => {
    const { em, caseId, viewer, at: recordedAt } = scope;
    const goal = requireSeen(scope, 'GOAL', await em.findOne(Goal, { caseId, id: requireId<string>(target) }));
    const ofYoungPerson = viewer.capacity === 'YOUNG_PERSON' && input.inProfessionalWords == null;
    if (!ofYoungPerson) requireOwnAgency(viewer, goal.holderId);
    const version = nextVersion(goal.version, input.expectedVersion);
    const texts = sealed(scope, goal.id, input);
    if (Object.keys(texts).length === 0) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
    rewrite(goal, { version, ...texts, ...(!ofYoungPerson && { recordedAt }) });
    recordVersion(scope, goal, wordsOf(input));
    scope.changed({ kind: 'PLAN_CHANGED', ids: [goal.id] });
    return { caseId, goalId: goal.id };
  });
}

type Texts = Pick<UpdateGoalInput, 'inOwnWords' | 'inProfessionalWords'>;

/** The texts that are given, as they are stored. */
function wordsOf({ inOwnWords, inProfessionalWords }: Texts): Texts {
  return {
    ...(inOwnWords != null && { inOwnWords: requireText(inOwnWords) }),
    ...(inProfessionalWords != null && { inProfessionalWords: requireText(inProfessionalWords) }),
  };
}

function sealed(
  scope: CommandScope,
  rowId: string,
  texts: Texts,
): Partial<Pick<Goal, 'inOwnWordsSealed' | 'inProfessionalWordsSealed'>> {
  const { inOwnWords, inProfessionalWords } = wordsOf(texts);
  const seal = (text: string, column: string): Buffer => scope.seal(text, { table: 'goal', column, rowId });
  return {
    ...(inOwnWords != null && { inOwnWordsSealed: seal(inOwnWords, 'in_own_words_sealed') }),
    ...(inProfessionalWords != null && {
      inProfessionalWordsSealed: seal(inProfessionalWords, 'in_professional_words_sealed'),
    }),
  };
}
