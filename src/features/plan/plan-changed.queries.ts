import { accessFingerprint } from '../../core/access-fingerprint.js';
import type { Topic } from '../../changes/topic.js';
import { needing } from '../../graphql/operation-plan.js';
import { action, plan } from './plan.queries.js';
import { GUARDIAN } from '../person/identity.piece.js';
import { IMPORTANT_PERSON } from '../person/important-person.piece.js';
import { changedAction } from './handover.js';
import { ACTION, EVALUATION, GOAL, PLAN } from './plan.piece.js';

/** What a frame rests on, whatever is asked of it; loaded with what is asked, in one flight. */
export const PLAN_CHANGES_NEED = [PLAN, GOAL, ACTION, EVALUATION, GUARDIAN, IMPORTANT_PERSON];

/** Changes of the plan, one frame each: goals and actions may be of any category. */
export const PLAN_CHANGES: Topic = {
  typename: 'PlanChanged',
  subject: { category: 'PLAN', kind: 'PLAN' },
  kinds: new Set(['PLAN_CHANGED', 'ACTION_CHANGED']),
  needs: needing(...PLAN_CHANGES_NEED),
  includesKind: (kind) => ['GOAL', 'ACTION', 'EVALUATION'].includes(kind),
  fingerprint: accessFingerprint,
  partition: (_loaded, ids) => [ids ?? []],
  buildPayload(loaded, ids, anew) {
    const seen = plan(loaded);
    if (seen === null) return null;
    const changed = new Set(ids);
    const evaluated = loaded.open(EVALUATION).flatMap(({ id, parentId }) => (changed.has(id) ? [parentId ?? id] : []));
    const named = [...ids, ...evaluated].map((id) => changedAction(loaded, id)).filter((one) => one !== undefined);
    const actions = loaded.open(ACTION).filter((action) => named.includes(action));
    const isSeen = [...loaded.open(PLAN), ...loaded.open(GOAL), ...actions].some(({ id }) => changed.has(id));
    if (!anew && !isSeen) return null;
    const changedActionIds = actions.map(({ id }) => id);
    return {
      values: { plan: seen, changedActionIds },
      fieldDiscloses: { changedActionIds: actions.flatMap((piece) => action(loaded, piece).entries) },
    };
  },
};
