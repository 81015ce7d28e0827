import type { Action } from '../../modules/plan/action.entity.js';
import type { Evaluation } from '../../modules/plan/evaluation.entity.js';
import type { Goal } from '../../modules/plan/goal.entity.js';
import type { PlanVersion } from '../../modules/plan/plan-version.entity.js';
import type { Plan } from '../../modules/plan/plan.entity.js';
import { piece, type CaseContext } from './case-context.js';
import { versions } from './case-plan-versions.js';
import { found } from './registers.js';
import type { ActionStory, EvaluationStory, GoalStory, Responsible } from './story.js';

export interface PlanRows {
  readonly plans: readonly Plan[];
  readonly goals: readonly Goal[];
  readonly actions: readonly Action[];
  readonly evaluations: readonly Evaluation[];
  readonly planVersions: readonly PlanVersion[];
  /** By what the action says. @throws Error when the plan has no such action. */
  actionId(what: string): string;
}

const NO_PLAN: PlanRows = {
  ...{ plans: [], goals: [], actions: [], evaluations: [], planVersions: [] },
  actionId: (what) => found(new Map<string, string>(), what),
};

/** The frame is held by the coordinator's agency, each goal and action by the agency that wrote it. */
export function planOf(context: CaseContext): PlanRows {
  const { plan: told } = context.story;
  if (told === undefined) return NO_PLAN;
  const plan: Plan = {
    ...piece(context, { holder: 'socialServices', category: 'PLAN', at: told.at }),
    overallResponsibleId: context.roleTermId(told.overallResponsible),
  };
  const goals = told.goals.map((story, index) => ({ row: goal(context, plan, story, index), story }));
  const actions = goals.flatMap(({ row, story }) =>
    story.actions.map((each, index) => ({ row: action(context, row, each, index), story: each })),
  );
  const byText = new Map(actions.map(({ row, story }) => [story.what, row.id]));
  return {
    plans: [plan],
    goals: goals.map(({ row }) => row),
    actions: actions.map(({ row }) => row),
    evaluations: actions.flatMap(({ row, story }) =>
      (story.evaluations ?? []).map((each) => evaluation(context, row, each)),
    ),
    planVersions: versions(context, goals, actions),
    actionId: (what) => found(byText, what),
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
    supports: 'YOUNG_PERSON',
  };
}

/** How the whole went, by the coordinator, where the case was closed. */
export function closingEvaluation(context: CaseContext): Evaluation[] {
  const { closed } = context.story;
  if (closed === undefined) return [];
  const row = piece(context, { holder: 'socialServices', category: 'PLAN', at: closed.at });
  return [
    {
      ...row,
      actionId: null,
      textSealed: context.seal(closed.evaluation, { table: 'evaluation', column: 'text_sealed', rowId: row.id }),
      authorId: context.roleTermId('coordinator'),
      byId: null,
      evaluatedOn: context.time.dateOf(closed.at),
    },
  ];
}

/** Held by the agency of whoever evaluates, about what the action is about, and kept from whom the action is kept. */
function evaluation(context: CaseContext, action: Action, { at, by, text }: EvaluationStory): Evaluation {
  const { agencyId, id: authorId } = context.registers.roleTerm(by);
  if (agencyId === null) throw new Error(`The author "${by}" of an evaluation belongs to no agency`);
  const row = piece(context, { holder: 'socialServices', category: action.category, at });
  return {
    ...row,
    holderId: agencyId,
    hiddenFromIds: action.hiddenFromIds,
    actionId: action.id,
    textSealed: context.seal(text, { table: 'evaluation', column: 'text_sealed', rowId: row.id }),
    authorId,
    byId: null,
    evaluatedOn: context.time.dateOf(at),
  };
}

function responsible(
  { roleTermId, agencyId, personId }: CaseContext,
  who: Responsible,
): Pick<Action, 'responsibleKind' | 'responsibleId'> {
  if ('professional' in who) return { responsibleKind: 'PROFESSIONAL', responsibleId: roleTermId(who.professional) };
  if ('agency' in who) return { responsibleKind: 'AGENCY', responsibleId: agencyId(who.agency) };
  if ('importantPerson' in who)
    return { responsibleKind: 'IMPORTANT_PERSON', responsibleId: personId(who.importantPerson) };
  const responsibleKind = who.person === 'youngPerson' ? 'YOUNG_PERSON' : 'GUARDIAN';
  return { responsibleKind, responsibleId: personId(who.person) };
}
