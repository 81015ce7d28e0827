import { disclosing, presenceOf } from '../../access/disclosure.js';
import { openCells } from '../../core/open-cells.js';
import type { Topic } from '../../events/topic.js';
import { plan } from './plan.view.js';

/** Changes of the plan, one frame each: goals and actions may be of any category. */
export const PLAN_CHANGES: Topic = {
  typename: 'PlanChanged',
  subject: { category: 'PLAN', kind: 'PLAN' },
  kinds: new Set(['PLAN_CHANGED', 'ACTION_CHANGED']),
  shows: (kind) => ['GOAL', 'ACTION', 'EVALUATION'].includes(kind),
  extent: openCells,
  frames: (_scope, _caseId, ids) => Promise.resolve([ids ?? []]),
  async tell(scope, caseId, ids, anew) {
    const seen = await plan(scope, caseId);
    if (seen === null) return null;
    const changed = new Set(ids);
    const actions = seen.goals.flatMap((goal) => goal.actions).filter(({ id }) => changed.has(id));
    const isSeen = actions.length > 0 || changed.has(seen.id) || seen.goals.some(({ id }) => changed.has(id));
    if (!anew && !isSeen) return null;
    return disclosing({ plan: seen, changedActionIds: actions.map(({ id }) => id) }, [], {
      plan: presenceOf([seen]),
      changedActionIds: presenceOf(actions),
    });
  },
};
