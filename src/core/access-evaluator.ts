import type { Verdict } from './decision.js';
import type { PersonId, RoleTermId } from './ids.js';
import type { PieceFacts } from './piece.js';
import type { Instant, Period } from './period.js';
import type { CapacityRuleName } from './rules/named-rules.js';

/** What differs between capacities; `decide` makes the whole decision of it. */
export interface AccessEvaluator {
  readonly knowsCase: boolean;
  piece(piece: PieceFacts): Verdict;
  /** When such a piece must have been recorded to be open; when this one was does not matter. */
  reach(piece: PieceFacts): readonly Period[];
  /** @param subjectId about whom something was stated, where the rule is asked about that */
  rule(name: CapacityRuleName, subjectId?: PersonId): Verdict;
  participant(roleTermId: RoleTermId): Verdict;
  /** Every instant, past or ahead, at which an answer may change without a write. */
  instants(): readonly (Instant | null)[];
}
