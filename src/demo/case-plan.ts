import type { Instant } from '../core/period.js';
import { ACTION, EVALUATION, GOAL, PLAN } from '../features/plan/plan.piece.js';
import { piece, type CaseContext } from './case-context.js';
import type { PieceOf, WriterId } from './demo-pieces.js';
import { found } from './registers.js';
import type { ActionStory, EvaluationStory, GoalStory, ProfessionalKey, Responsible } from './story.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface PlanRows {
  readonly plans: readonly PieceOf<typeof PLAN>[];
  readonly goals: readonly PieceOf<typeof GOAL>[];
  readonly actions: readonly PieceOf<typeof ACTION>[];
  readonly evaluations: readonly PieceOf<typeof EVALUATION>[];
  /** By what the action says. @throws Error when the plan has no such action. */
  actionId(what: string): string;
}

const NO_PLAN: PlanRows = {
  ...{ plans: [], goals: [], actions: [], evaluations: [] },
  actionId: (what) => found(new Map<string, string>(), what),
};

/** The frame is held by the coordinator's agency, each goal and action by the agency that wrote it. */
export function planOf(context: CaseContext): PlanRows {
  const { plan: told } = context.story;
  if (told === undefined) return NO_PLAN;
  const row = piece(context, { holder: 'socialServices', category: 'PLAN', at: told.at });
  const plan = context.pieces.add(PLAN, row, { overallResponsibleId: context.roleTermId(told.overallResponsible) });
  const goals = told.goals.map((story, index) => ({ goal: goal(context, plan, story, index), story }));
  const actions = goals.flatMap(({ goal: of, story }) =>
    story.actions.map((each, index) => ({ action: action(context, of, each, index), story: each })),
  );
  const byText = new Map(actions.map(({ action: { id }, story }) => [story.what, id]));
  return {
    plans: [plan],
    goals: goals.map((each) => each.goal),
    actions: actions.map((each) => each.action),
    evaluations: actions.flatMap(({ action: of, story }) =>
      (story.evaluations ?? []).map((each) => evaluation(context, of, each)),
    ),
    actionId: (what) => found(byText, what),
  };
}

function goal(
  context: CaseContext,
  plan: PieceOf<typeof PLAN>,
  { heldBy, area, inOwnWords, inProfessionalWords }: GoalStory,
  index: number,
): PieceOf<typeof GOAL> {
  const row = piece(context, { holder: heldBy, category: area, at: plan.recordedAt });
  const values = { position: index + 1, inOwnWords, inProfessionalWords };
  return context.pieces.add(GOAL, { ...row, parentId: plan.id }, values, writerOf(context, row));
}

/** Planned at first; one that has moved since was changed a week later. */
function action(
  context: CaseContext,
  of: PieceOf<typeof GOAL>,
  { heldBy, category, hiddenFrom, what, responsible, dueOn, status }: ActionStory,
  index: number,
): PieceOf<typeof ACTION> {
  const { pieces, time } = context;
  const row = piece(context, { holder: heldBy, category, at: of.recordedAt, hiddenFrom });
  const writerId = writerOf(context, row);
  const planned = { position: index + 1, what, ...responsibleOf(context, responsible), dueOn: dueOn ?? null };
  const made = pieces.add(
    ACTION,
    { ...row, parentId: of.id },
    { ...planned, status: 'PLANNED', supports: 'YOUNG_PERSON' },
    writerId,
  );
  if (status === 'PLANNED') return made;
  const at: Instant = Math.min(row.recordedAt + WEEK, time.now - 1);
  return pieces.change(ACTION, made, { status }, { at, writerId });
}

/** Somebody of its holder who is assigned, else the coordinator. */
function writerOf(
  { story, registers, roleTermId }: CaseContext,
  { holderId }: { readonly holderId: string },
): WriterId {
  const assigned = Object.keys(story.assigned) as ProfessionalKey[];
  return roleTermId(assigned.find((key) => registers.roleTerm(key).agencyId === holderId) ?? 'coordinator');
}

/** How the whole went, by the coordinator, where the case was closed. */
export function closingEvaluation(context: CaseContext): PieceOf<typeof EVALUATION>[] {
  const { closed } = context.story;
  if (closed === undefined) return [];
  const row = piece(context, { holder: 'socialServices', category: 'PLAN', at: closed.at });
  const authorId = context.roleTermId('coordinator');
  const values = { text: closed.evaluation, authorId, evaluatedOn: context.time.dateOf(closed.at) };
  return [context.pieces.add(EVALUATION, row, values, authorId)];
}

/** Held by the agency of whoever evaluates, about what the action is about, and kept from whom the action is kept. */
function evaluation(
  context: CaseContext,
  { id: parentId, category, hiddenFromIds }: PieceOf<typeof ACTION>,
  { at, by, text }: EvaluationStory,
): PieceOf<typeof EVALUATION> {
  const row = piece(context, { holder: { of: by }, category, at });
  const authorId = context.roleTermId(by);
  const values = { text, authorId, evaluatedOn: context.time.dateOf(at) };
  return context.pieces.add(EVALUATION, { ...row, parentId, hiddenFromIds }, values, authorId);
}

function responsibleOf(
  { roleTermId, agencyId, personId }: CaseContext,
  who: Responsible,
): Pick<PieceOf<typeof ACTION>, 'responsibleKind' | 'responsibleId'> {
  if ('professional' in who) return { responsibleKind: 'PROFESSIONAL', responsibleId: roleTermId(who.professional) };
  if ('agency' in who) return { responsibleKind: 'AGENCY', responsibleId: agencyId(who.agency) };
  if ('importantPerson' in who)
    return { responsibleKind: 'IMPORTANT_PERSON', responsibleId: personId(who.importantPerson) };
  const responsibleKind = who.person === 'youngPerson' ? 'YOUNG_PERSON' : 'GUARDIAN';
  return { responsibleKind, responsibleId: personId(who.person) };
}
