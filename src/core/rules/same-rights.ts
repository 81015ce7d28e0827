/**
 * Colleagues of one agency have the same rights in a case while each is assigned to it, and only there: with the same
 * end of the assignment, and handling the same protected persons. Whoever shares nothing but a capacity shares nothing.
 *
 * Source: design, section 5 (delivery groups: same capacity kind, agency, cells and holds) and P12.
 */
import type { CaseFacts } from '../case-facts.js';
import type { Instant } from '../period.js';
import type { Viewer } from '../viewer.js';
import { assignmentInForce } from './assignment.js';

/**
 * A text that is the same for two viewers exactly when every answer about the case is the same for both, save which
 * participant is the viewer. `null`: nothing to share, since the case is not known or the right is a person's own.
 */
export function sharedRights(facts: CaseFacts, viewer: Viewer, at: Instant): string | null {
  if (viewer.capacity !== 'PROFESSIONAL' && viewer.capacity !== 'COORDINATOR') return null;
  if (viewer.municipalityId !== facts.municipalityId) return null;
  const assignment = assignmentInForce(facts.assignments, viewer.roleTermId, at);
  if (assignment === null) return null;
  const handled = facts.protections.map(({ handlerIds }) => handlerIds.includes(viewer.roleTermId));
  return JSON.stringify([viewer.capacity, viewer.agencyId, assignment.until, handled]);
}
