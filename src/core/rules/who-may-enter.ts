/**
 * Who enters whose statements. The family states for itself only, and from its own view; a professional enters what was
 * given to them, the coordinator any. A no on the signer's word may be taken by every professional in the case: a
 * withdrawal must not wait for the right person to be at work.
 *
 * Source: design, section 3, "Who may do what"; design, section 7 (withdrawn by any signer, in one call, at once).
 */
import { DomainError } from '../errors.js';
import type { PersonId, ProfessionalId } from '../ids.js';
import type { Viewer } from '../viewer.js';

/** @throws DomainError FORBIDDEN when a professional enters a form about which somebody else informed. */
export function requireOwnForm(viewer: Viewer, informedById: ProfessionalId): void {
  if (viewer.capacity === 'PROFESSIONAL' && viewer.professionalId !== informedById) {
    throw new DomainError('FORBIDDEN', 'onlyWhoInformed');
  }
}

/** @throws DomainError FORBIDDEN when a member of the family speaks for somebody else. */
export function requireOwnVoice(viewer: Viewer, signerId: PersonId): void {
  if ('personId' in viewer && viewer.personId !== signerId) throw new DomainError('FORBIDDEN', 'onlyOwnStatements');
}
