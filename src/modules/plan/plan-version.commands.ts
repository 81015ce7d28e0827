import type { CommandScope } from '../../access/command-scope.js';
import { Action } from './action.entity.js';
import type { Goal } from './goal.entity.js';
import { PlanVersion } from './plan-version.entity.js';

/**
 * The version that a goal or an action has now, in the history: judged as what was changed, recorded now.
 *
 * @param now what was given, by the names of the fields in the API. What was before stands in earlier versions, and is
 * told from those that a reader may see: kept here as well, it would follow into a time that consent does reach.
 */
export function recordVersion(
  scope: CommandScope,
  part: Goal | Action,
  now: Readonly<Record<string, string | null | undefined>>,
): void {
  const { em, viewer, at } = scope;
  const { caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, planId, version } = part;
  const id = scope.newId();
  const changes = Object.entries(now)
    .filter(([, to]) => to !== undefined)
    .map(([field, to]) => ({ field, from: null, to }));
  const place = { table: 'plan_version', column: 'content_sealed', rowId: id };
  const isAction = part instanceof Action;
  const row = {
    ...{ id, caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt: at },
    ...{ planId, goalId: isAction ? null : part.id, actionId: isAction ? part.id : null, version, changedAt: at },
    authorId: 'roleTermId' in viewer ? viewer.roleTermId : null,
    byId: 'personId' in viewer ? viewer.personId : null,
    contentSealed: scope.seal(JSON.stringify({ changes }), place),
  };
  em.persist(em.create(PlanVersion, row));
}
