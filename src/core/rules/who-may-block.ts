/**
 * A block is set by a signer, about anything, or by the holder, about its own information only; and lifted by whoever
 * set it. The coordinator may lift a signer's on the signer's word, since lifting may open what the signer has granted.
 *
 * Source: design, section 3 ("A block is set by a signer or by the holder") and P4; OSL 10:1 and 12:2.
 */
import type { BlockFact, Grant } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { AgencyId, PersonId } from '../ids.js';
import type { Viewer } from '../viewer.js';

type Author = Pick<BlockFact, 'bySignerId' | 'byHolderId'>;

/**
 * @param signerId whose word it is; `null`: the viewer's own, or for staff that of their agency as the holder.
 * @param grants `null` for everything.
 * @throws DomainError FORBIDDEN for another person's voice or another agency's information.
 */
export function authorOfBlock(viewer: Viewer, signerId: PersonId | null, grants: readonly Grant[] | null): Author {
  if ('personId' in viewer) {
    if (signerId !== null && signerId !== viewer.personId) throw new DomainError('FORBIDDEN', 'onlyOwnStatements');
    return { bySignerId: viewer.personId, byHolderId: null };
  }
  if (signerId !== null) return { bySignerId: signerId, byHolderId: null };
  const holderId: AgencyId | null = 'agencyId' in viewer ? viewer.agencyId : null;
  if (holderId === null || grants?.some(({ fromIds }) => fromIds.some((id) => id !== holderId)) === true) {
    throw new DomainError('FORBIDDEN', 'onlyOwnInformation');
  }
  return { bySignerId: null, byHolderId: holderId };
}

export function mayLift(viewer: Viewer, { bySignerId, byHolderId }: Author): boolean {
  if ('personId' in viewer) return bySignerId === viewer.personId;
  if (bySignerId !== null) return viewer.capacity === 'COORDINATOR';
  return 'agencyId' in viewer && viewer.agencyId === byHolderId;
}
