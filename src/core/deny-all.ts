import type { WithheldReason } from './decision.js';
import type { AccessEvaluator } from './access-evaluator.js';
import type { Instant } from './period.js';
import { closed } from './verdict.js';

/** For whoever does not know the case: everything closed. `instants` are those at which that may end. */
export function denyAll(reason: WithheldReason, instants: readonly (Instant | null)[] = []): AccessEvaluator {
  const no = (): ReturnType<typeof closed> => closed(reason);
  return { knowsCase: false, piece: no, reach: () => [], rule: no, participant: no, instants: () => instants };
}
