import type { Action } from '../../modules/plan/action.entity.js';
import type { Goal } from '../../modules/plan/goal.entity.js';
import type { Plan } from '../../modules/plan/plan.entity.js';
import { piece, type CaseContext } from './case-context.js';
import type { ActionStory, GoalStory, Responsible } from './story.js';

export interface PlanRows {
  readonly plan: Plan;
  readonly goals: readonly Goal[];
  readonly actions: readonly Action[];
}

/** The frame is held by the coordinator's agency, each goal and action by the agency that wrote it. */
export function planOf(context: CaseContext): PlanRows {
  const { plan: told } = context.story;
  const plan: Plan = {
    ...piece(context, { holder: 'socialServices', category: 'PLAN', at: told.at }),
    overallResponsibleId: context.roleTermId(told.overallResponsible),
  };
  const goals = told.goals.map((story, index) => ({ row: goal(context, plan, story, index), story }));
  return {
    plan,
    goals: goals.map(({ row }) => row),
    actions: goals.flatMap(({ row, story }) => story.actions.map((told, index) => action(context, row, told, index))),
  };
}

function goal(context: CaseContext, plan: Plan, story: GoalStory, index: number): Goal {
  const row = piece(context, { holder: story.heldBy, category: story.area, at: plan.recordedAt });
  const sealed = (plain: string, column: string) => context.seal(plain, { table: 'goal', column, rowId: row.id });
  return {
    ...row,
    planId: plan.id,
    position: index + 1,
    version: 1,
    inOwnWordsSealed: sealed(story.inOwnWords, 'in_own_words_sealed'),
    inProfessionalWordsSealed: sealed(story.inProfessionalWords, 'in_professional_words_sealed'),
  };
}

function action(context: CaseContext, goal: Goal, story: ActionStory, index: number): Action {
  const { heldBy, category, hiddenFrom } = story;
  const row = piece(context, { holder: heldBy, category, at: goal.recordedAt, hiddenFrom });
  return {
    ...row,
    planId: goal.planId,
    goalId: goal.id,
    position: index + 1,
    version: story.status === 'PLANNED' ? 1 : 2,
    whatSealed: context.seal(story.what, { table: 'action', column: 'what_sealed', rowId: row.id }),
    ...responsible(context, story.responsible),
    dueOn: story.dueOn ?? null,
    status: story.status,
  };
}

function responsible(
  { roleTermId, agencyId, personId }: CaseContext,
  who: Responsible,
): Pick<Action, 'responsibleKind' | 'responsibleId'> {
  if ('professional' in who) return { responsibleKind: 'PROFESSIONAL', responsibleId: roleTermId(who.professional) };
  if ('agency' in who) return { responsibleKind: 'AGENCY', responsibleId: agencyId(who.agency) };
  const responsibleKind = who.person === 'youngPerson' ? 'YOUNG_PERSON' : 'GUARDIAN';
  return { responsibleKind, responsibleId: personId(who.person) };
}
