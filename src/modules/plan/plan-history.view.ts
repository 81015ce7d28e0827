import { discloseWith, presenceOf } from '../../access/disclosure.js';
import { caseIdOf, present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import type { ClosingEvaluationType, EvaluationType, FieldChangeType, PlanVersionType } from './plan-history.type.js';
import { EVALUATIONS, PLAN_VERSIONS } from './plan.repository.js';
import { actions, goals } from './plan.view.js';
import type { ActionType, PlanType } from './plan.type.js';

type OfAction = EvaluationType & { readonly actionId: string };
type OfPlan = PlanVersionType & { readonly planId: string };

/** The evaluations of a case that the viewer may see, under actions that the viewer may see, by date. */
export function evaluations(scope: ReadScope, caseId: string): Promise<readonly OfAction[]> {
  return scope
    .loader('evaluations', (ids) => Promise.all(ids.map((id) => loadEvaluations(scope, id))), { last: true })
    .load(caseId);
}

export async function evaluationsOf(scope: ReadScope, action: ActionType): Promise<EvaluationType[]> {
  return (await evaluations(scope, caseIdOf(action))).filter(({ actionId }) => actionId === action.id);
}

/** How the whole went, written at the closing; `null` where there is nothing that the viewer may see. */
export async function closingEvaluation(scope: ReadScope, caseId: string): Promise<ClosingEvaluationType | null> {
  const { presenter, id } = await knownCase(scope, caseId);
  const piece = (await scope.pieces(EVALUATIONS, id)).find((row) => row['actionId'] === null);
  const evaluation = piece === undefined ? null : present(presenter, 'ClosingEvaluation', { piece });
  if (evaluation === null || piece === undefined) return null;
  evaluation['author'] = await professional(scope, piece['authorId'] as string);
  return evaluation as unknown as ClosingEvaluationType;
}

/** The versions of the goals and actions of a plan that the viewer may see, in no particular order. */
export async function history(scope: ReadScope, plan: PlanType): Promise<PlanVersionType[]> {
  const all = await scope
    .loader('plan_history', (ids) => Promise.all(ids.map((id) => loadVersions(scope, id))), { last: true })
    .load(caseIdOf(plan));
  return all.filter(({ planId }) => planId === plan.id);
}

async function loadEvaluations(scope: ReadScope, caseId: string): Promise<OfAction[]> {
  const [{ presenter, id }, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const [rows, visible] = await Promise.all([scope.pieces(EVALUATIONS, id), actions(scope, caseId)]);
  const shown = new Set(visible.map((action) => action.id));
  const presented = await Promise.all(
    rows.map(async (piece) => {
      const actionId = piece['actionId'] as string | null;
      if (actionId === null || !shown.has(actionId)) return [];
      const plain = { holder: agencies.get(piece.holderId) };
      const evaluation = present(presenter, 'Evaluation', { piece, plain });
      if (evaluation === null) return [];
      evaluation['author'] = await professional(scope, piece['authorId'] as string | null);
      return Object.assign(evaluation, { actionId }) as unknown as OfAction;
    }),
  );
  return presented.flat();
}

async function loadVersions(scope: ReadScope, caseId: string): Promise<OfPlan[]> {
  const { presenter, id } = await knownCase(scope, caseId);
  const [rows, visibleGoals, visibleActions] = await Promise.all([
    scope.pieces(PLAN_VERSIONS, id),
    goals(scope, caseId),
    actions(scope, caseId),
  ]);
  const shown = new Map([...visibleGoals, ...visibleActions].map((part) => [part.id, part]));
  const presented = await Promise.all(
    rows.map(async (piece) => {
      const { goalId, actionId, planId } = piece as { goalId?: string; actionId?: string; planId?: string };
      const partId = goalId ?? actionId;
      const part = shown.get(partId ?? '');
      if (part === undefined) return [];
      const plain = { part: goalId == null ? 'ACTION' : 'GOAL', partId };
      const version = present(presenter, 'PlanVersion', { piece, plain });
      if (version === null) return [];
      for (const disclosure of presenceOf([part])) discloseWith(version, 'partId', disclosure);
      version['author'] = await professional(scope, piece['authorId'] as string | null);
      return Object.assign(version, { planId }) as unknown as OfPlan;
    }),
  );
  const versions = presented.flat();
  for (const version of versions) version.changes = version.changes.map((change) => before(versions, version, change));
  return versions;
}

/** What a field was is what the newest earlier version says that the viewer may see. */
function before(shown: readonly OfPlan[], { partId, version }: OfPlan, change: FieldChangeType): FieldChangeType {
  const earlier = shown
    .filter((other) => other.partId === partId && other.version < version)
    .toSorted((a, b) => b.version - a.version)
    .flatMap(({ changes }) => changes);
  return { ...change, from: change.from ?? earlier.find(({ field }) => field === change.field)?.to ?? null };
}
