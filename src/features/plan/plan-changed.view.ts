import { openCells } from '../../core/open-cells.js';
import type { Topic } from '../../changes/topic.js';
import { needing } from '../../graphql/operation-plan.js';
import { action, plan } from './plan.view.js';
import { ACTION, GOAL, PLAN } from './plan.piece.js';

/** Changes of the plan, one frame each: goals and actions may be of any category. */
export const PLAN_CHANGES: Topic = {
  typename: 'PlanChanged',
  subject: { category: 'PLAN', kind: 'PLAN' },
  kinds: new Set(['PLAN_CHANGED', 'ACTION_CHANGED']),
  needs: needing(PLAN, GOAL, ACTION),
  shows: (kind) => ['GOAL', 'ACTION', 'EVALUATION'].includes(kind),
  extent: openCells,
  frames: (_loaded, ids) => [ids ?? []],
  tell(loaded, ids, anew) {
    const seen = plan(loaded);
    if (seen === null) return null;
    const changed = new Set(ids);
    const actions = loaded.open(ACTION).filter(({ id }) => changed.has(id));
    const isSeen = [...loaded.open(PLAN), ...loaded.open(GOAL), ...actions].some(({ id }) => changed.has(id));
    if (!anew && !isSeen) return null;
    const changedActionIds = actions.map(({ id }) => id);
    return {
      values: { plan: seen, changedActionIds },
      fieldDiscloses: { changedActionIds: actions.flatMap((piece) => action(loaded, piece).entries) },
    };
  },
};
