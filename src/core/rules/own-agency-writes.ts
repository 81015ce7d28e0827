/**
 * Staff write for their own agency only: what an agency knows is its own to record and to correct.
 *
 * Source: design, section 3, "Who may do what" (write, correct: for the own agency only); OSL 8:1 and 8:2.
 */
import { DomainError } from '../errors.js';
import type { AgencyId } from '../ids.js';
import type { Viewer } from '../viewer.js';

/** @throws DomainError FORBIDDEN for the family and the offices, who write for no agency. */
export function requireAgency(viewer: Viewer): AgencyId {
  if ('agencyId' in viewer) return viewer.agencyId;
  throw new DomainError('FORBIDDEN', 'capacityMayNot');
}

/** @throws DomainError FORBIDDEN when somebody else than an agency's own staff changes what it holds. */
export function requireOwnAgency(viewer: Viewer, holderId: AgencyId): void {
  if (requireAgency(viewer) !== holderId) throw new DomainError('FORBIDDEN', 'onlyOwnAgency');
}
