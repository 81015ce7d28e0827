import type { Action } from '../../modules/plan/action.entity.js';
import type { Goal } from '../../modules/plan/goal.entity.js';
import type { PlanVersion } from '../../modules/plan/plan-version.entity.js';
import type { CaseContext } from './case-context.js';
import type { ActionStory, GoalStory, ProfessionalKey } from './story.js';

const DAY = 24 * 60 * 60 * 1000;

interface Told<Row, Story> {
  readonly row: Row;
  readonly story: Story;
}

interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How every goal and action came about, and how every action that has moved since was changed a week later. */
export function versions(
  context: CaseContext,
  goals: readonly Told<Goal, GoalStory>[],
  actions: readonly Told<Action, ActionStory>[],
): PlanVersion[] {
  return [
    ...goals.map(({ row, story }) =>
      version(context, row, { goalId: row.id, actionId: null }, 1, [
        { field: 'inOwnWords', from: null, to: story.inOwnWords },
        { field: 'inProfessionalWords', from: null, to: story.inProfessionalWords },
      ]),
    ),
    ...actions.flatMap(({ row, story }) => {
      const of = { goalId: null, actionId: row.id };
      const made = version(context, row, of, 1, whatWasSaid(row, story));
      if (row.version === 1) return [made];
      return [made, version(context, row, of, 2, [{ field: 'status', from: 'PLANNED', to: story.status }])];
    }),
  ];
}

/** Everything that a new action says; a member of the family is not told in the history. */
function whatWasSaid({ dueOn, responsibleKind, responsibleId, supports }: Action, { what }: ActionStory): Change[] {
  const responsible = ['PROFESSIONAL', 'AGENCY'].includes(responsibleKind) ? responsibleId : null;
  const said = { what, status: 'PLANNED', dueOn, responsible, supports };
  return Object.entries(said).map(([field, to]) => ({ field, from: null, to }));
}

/** Marked as what was changed; by somebody of its holder who is assigned, else by the coordinator. */
function version(
  context: CaseContext,
  row: Goal | Action,
  of: Pick<PlanVersion, 'goalId' | 'actionId'>,
  number: number,
  changes: readonly Change[],
): PlanVersion {
  const { id: _id, caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt, planId } = row;
  const id = context.newId();
  const changedAt = Math.min(recordedAt + (number - 1) * 7 * DAY, context.time.now - 1);
  const contentSealed = context.seal(JSON.stringify({ changes }), {
    table: 'plan_version',
    column: 'content_sealed',
    rowId: id,
  });
  const assigned = Object.keys(context.story.assigned) as ProfessionalKey[];
  const author = assigned.find((key) => context.registers.roleTerm(key).agencyId === holderId) ?? 'coordinator';
  return {
    ...{ id, caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt: changedAt },
    ...of,
    planId,
    version: number,
    authorId: context.roleTermId(author),
    byId: null,
    changedAt,
    contentSealed,
  };
}
