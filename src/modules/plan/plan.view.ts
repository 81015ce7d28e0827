import { attach, disclosing, presenceOf } from '../../access/disclosure.js';
import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow } from '../../access/section.js';
import { localDate } from '../../core/calendar.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { guardians, importantPersons, youngPerson } from '../person/person.view.js';
import { ACTIONS, CASE_OF_PART, GOALS, PLANS } from './plan.repository.js';
import type { ActionType, GoalType, PlanProgressType, PlanType } from './plan.type.js';

/** The plan of a case, with the goals and actions that the viewer may see; `null` when its frame is closed or there is none. */
export async function plan(scope: ReadScope, caseId: string): Promise<PlanType | null> {
  const view = await knownCase(scope, caseId);
  // Asked for together with whoever is responsible for the actions, so that every plan is ready at the same moment.
  const frame = scope.pieces(PLANS, view.id).then(async ([row]) => ({
    row,
    overallResponsible: await professional(scope, (row?.['overallResponsibleId'] ?? null) as string | null),
  }));
  const [{ row, overallResponsible }, allGoals] = await Promise.all([frame, goals(scope, caseId)]);
  if (row === undefined) return null;
  const own = allGoals.filter(({ planId }) => planId === row.id);
  const counted = own.flatMap(({ actions }) => actions);
  const plain = {
    overallResponsible,
    // Counting what the viewer may see shows that it is there.
    progress: disclosing(progress(counted, localDate(scope.at)), presenceOf(counted)),
  };
  const presented = present(view.presenter, 'Plan', { piece: row, plain }) as unknown as PlanType | null;
  if (presented !== null) attach(presented, 'goals', own);
  return presented;
}

/** Every goal of the case that the viewer may see, each with its actions, in the plan's order. */
export async function goals(scope: ReadScope, caseId: string): Promise<(GoalType & { planId?: string })[]> {
  const [view, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const [rows, allActions] = await Promise.all([scope.pieces(GOALS, view.id), actions(scope, caseId)]);
  return rows.flatMap((piece) => {
    const plain = { holder: agencies.get(piece.holderId), area: piece.category };
    const goal = present(view.presenter, 'Goal', { piece, plain }) as unknown as
      (GoalType & { planId?: string }) | null;
    if (goal === null) return [];
    Object.assign(goal, { planId: piece['planId'] });
    attach(
      goal,
      'actions',
      allActions.filter(({ goalId }) => goalId === goal.id),
    );
    return [goal];
  });
}

export async function actions(scope: ReadScope, caseId: string): Promise<(ActionType & { goalId?: string })[]> {
  const [view, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const rows = await scope.pieces(ACTIONS, view.id);
  const open = rows.map((piece) => ({
    piece,
    action: present(view.presenter, 'Action', {
      piece,
      plain: { holder: agencies.get(piece.holderId) },
    }) as unknown as ActionType | null,
  }));
  return Promise.all(
    open
      .flatMap(({ piece, action }) => (action === null ? [] : [{ piece, action }]))
      .map(async ({ piece, action }) =>
        Object.assign(action, {
          goalId: piece['goalId'] as string,
          responsible: await responsible(scope, view, piece),
        }),
      ),
  );
}

/** One goal, or `null` where there is none that the viewer may see. */
export async function goalById(scope: ReadScope, id: string): Promise<GoalType | null> {
  const caseId = await caseOfPart(scope, id);
  return caseId === null ? null : ((await goals(scope, caseId)).find((goal) => goal.id === id) ?? null);
}

/** One action, or `null` where there is none that the viewer may see. */
export async function actionById(scope: ReadScope, id: string): Promise<ActionType | null> {
  const caseId = await caseOfPart(scope, id);
  return caseId === null ? null : ((await actions(scope, caseId)).find((action) => action.id === id) ?? null);
}

/** The same with whoever is responsible by name of type and id alone, for whoever lost a race about it. */
export async function actionAsItStands(
  scope: ReadScope,
  id: string,
): Promise<(Omit<ActionType, 'responsible'> & { readonly responsible: object | null }) | null> {
  const action = await actionById(scope, id);
  if (action === null) return null;
  const somebody = action.responsible as { readonly __typename: string; readonly id: string } | null;
  const told = somebody === null ? null : { __typename: somebody.__typename, id: somebody.id };
  return disclosing({ ...action, responsible: told }, presenceOf([action, somebody ?? []].flat()));
}

async function caseOfPart(scope: ReadScope, id: string): Promise<string | null> {
  const [row] = await scope.query<{ caseId: string }>(CASE_OF_PART, [id]);
  return row?.caseId ?? null;
}

async function responsible(scope: ReadScope, view: CaseView, action: PieceRow): Promise<ActionType['responsible']> {
  const id = action['responsibleId'] as string;
  switch (action['responsibleKind']) {
    case 'PROFESSIONAL':
      return typed('Professional', await professional(scope, id));
    case 'AGENCY':
      return typed('Agency', (await agenciesById(scope)).get(id) ?? null);
    case 'YOUNG_PERSON':
      return youngPerson(scope, view);
    case 'IMPORTANT_PERSON':
      return (await importantPersons(scope, view)).find((person) => person.id === id) ?? null;
    default:
      return (await guardians(scope, view)).find((guardian) => guardian.id === id) ?? null;
  }
}

/** The executor tells the members of a union by this name. */
function typed<T extends object>(typename: string, object: T | null): T | null {
  return object === null ? null : { ...object, __typename: typename };
}

function progress(all: readonly ActionType[], today: string): PlanProgressType {
  const running = all.filter(({ status }) => status === 'PLANNED' || status === 'IN_PROGRESS');
  return {
    total: all.length,
    done: all.filter(({ status }) => status === 'DONE').length,
    overdue: running.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
  };
}
