/**
 * Before consent, whom a proposal is about stays with the proposer's agency. On a stated basis, and only then, it is
 * handed to the coordinator's agency. Within one agency there is no secrecy to lift, so that basis is a fact, and nobody
 * can state it across agencies.
 *
 * Source: brief, section 2 (blind proposal); OSL 8:1 and 8:2, 10:1.
 */
import { DomainError } from '../errors.js';
import type { AgencyId } from '../ids.js';
import type { ProposalBasis } from '../proposal.js';

interface Agencies {
  readonly proposer: AgencyId;
  readonly coordinator: AgencyId;
}

/**
 * The basis as it holds, `null` for a blind proposal.
 *
 * @throws DomainError BAD_USER_INPUT for SAME_AGENCY between two agencies.
 */
export function basisOf(stated: ProposalBasis | null, { proposer, coordinator }: Agencies): ProposalBasis | null {
  if (proposer === coordinator) return stated ?? 'SAME_AGENCY';
  if (stated === 'SAME_AGENCY') throw new DomainError('BAD_USER_INPUT', 'notSameAgency');
  return stated;
}

/** Who holds the identity, and the words that may tell it. */
export function identityHolder(basis: ProposalBasis | null, { proposer, coordinator }: Agencies): AgencyId {
  return basis === null ? proposer : coordinator;
}

/** @throws DomainError INVALID_STATE: nobody takes on a case about somebody unnamed. */
export function requireNamed(basis: ProposalBasis | null): void {
  if (basis === null) throw new DomainError('INVALID_STATE', 'proposalBlind');
}
