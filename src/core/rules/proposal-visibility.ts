/**
 * Who is told of a proposal: the coordinator whose case it became, with that case; whoever made it, what became of it
 * and nothing more; of a destroyed one, every coordinator of the municipality, that there was one.
 *
 * Source: design, section 3, "Who may do what" (propose); design, section 7 (blind proposal).
 */
import type { RoleTermId } from '../ids.js';
import type { Viewer } from '../viewer.js';

export interface ProposalFact {
  readonly proposerId: RoleTermId | null;
  readonly isDestroyed: boolean;
  /** Whether the viewer knows the case that it began. */
  readonly knowsCase: boolean;
}

/** `STATE`: what became of it, and when. `NUMBER`: its number too. `CASE`: the case too. */
export type ProposalTold = 'STATE' | 'NUMBER' | 'CASE';

/** `null`: for this viewer there is no such proposal. */
export function proposalToldTo(
  viewer: Viewer,
  { proposerId, isDestroyed, knowsCase }: ProposalFact,
): ProposalTold | null {
  if (viewer.capacity === 'COORDINATOR' && isDestroyed) return 'NUMBER';
  if (viewer.capacity === 'COORDINATOR' && knowsCase) return 'CASE';
  return 'roleTermId' in viewer && proposerId === viewer.roleTermId ? 'STATE' : null;
}
