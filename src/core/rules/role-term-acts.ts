/**
 * What staff do is done in one role of theirs, and recorded as that role's.
 *
 * Source: design, section 3, "Capacities" (a token carries exactly one role term).
 */
import { DomainError } from '../errors.js';
import type { RoleTermId } from '../ids.js';
import type { Viewer } from '../viewer.js';

/** @throws DomainError FORBIDDEN for the family, who hold no role. */
export function requireRoleTerm(viewer: Viewer): RoleTermId {
  if ('roleTermId' in viewer) return viewer.roleTermId;
  throw new DomainError('FORBIDDEN', 'capacityMayNot');
}
