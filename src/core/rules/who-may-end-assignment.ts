/**
 * Either side may end a place in the group round a case: the coordinator any other's, a professional the own one, and
 * the unit manager those of the own agency, as they may say yes or no to them. Another agency's, or another branch's,
 * never.
 *
 * Source: design, section 3, "Who may do what"; OSL 8:2 (independent branches of one authority).
 */
import type { CaseFacts } from '../case-facts.js';
import type { Decision } from '../decision.js';
import { DomainError } from '../errors.js';
import type { RoleTermId } from '../ids.js';
import type { Viewer } from '../viewer.js';

/** Who asks, and as what they work; none for the family. */
type Employed = Viewer & { readonly profession?: string };

/** @throws DomainError NOT_FOUND: of a place that is neither known nor answered for, the answer tells nothing. */
export function requireMayEnd(
  { assignments }: CaseFacts,
  viewer: Employed,
  decision: Pick<Decision, 'participant'>,
  roleTermId: RoleTermId,
): void {
  const agencyId = assignments.find((assignment) => assignment.roleTermId === roleTermId)?.agencyId;
  const answersFor =
    viewer.capacity === 'PROFESSIONAL' && viewer.profession === 'UNIT_MANAGER' && viewer.agencyId === agencyId;
  if (!answersFor && !decision.participant(roleTermId).open) throw new DomainError('NOT_FOUND', 'nodeNotFound');
}
