/**
 * Before consent, whom a proposal is about stays with the proposer's agency. On a stated basis, and only then, it is
 * handed to the coordinator's agency. Within one agency there is no secrecy to lift, so that basis is a fact, and
 * nobody can state it across agencies.
 *
 * Until then the coordinator is told why somebody is proposed and where the risk lies, from closed lists that name
 * nobody, and nothing by which the person could be found beside what the own agency knows: neither who proposes (a
 * class, a caseload) nor whether and when a report of concern was made (the agency has a register of those), nor
 * anything that follows from the age.
 *
 * Source: design, section 7 (blind proposal); OSL 8:1 and 8:2, 10:1.
 */
import type { CaseFacts, LocalDate } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { AgencyId, RoleTermId } from '../ids.js';
import type { ConcernStand, ProposalBasis } from '../proposal.js';

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

/** What a proposal says beside the words. */
interface Grounds {
  readonly basis: ProposalBasis | null;
  readonly proposerId: RoleTermId | null;
  readonly concernStand: ConcernStand | null;
  readonly concernReportedOn: LocalDate | null;
}

/** The same as the coordinator is told it. */
export function toldOf<Stored extends Grounds>(grounds: Stored): Stored {
  if (grounds.basis !== null) return grounds;
  return { ...grounds, proposerId: null, concernStand: null, concernReportedOn: null };
}

/**
 * Whether who signs, and when that changes, is anything to ask about a case: before it is taken on there is no consent,
 * and the answer would tell the birthday of somebody unnamed.
 */
export function isTakenOn({ status }: Pick<CaseFacts, 'status'>): boolean {
  return status !== 'PROPOSED' && status !== 'DECLINED';
}

/** Who holds the identity, and the words that may tell it. */
export function identityHolder(basis: ProposalBasis | null, { proposer, coordinator }: Agencies): AgencyId {
  return basis === null ? proposer : coordinator;
}

/** @throws DomainError INVALID_STATE: nobody takes on a case about somebody unnamed. */
export function requireNamed(basis: ProposalBasis | null): void {
  if (basis === null) throw new DomainError('INVALID_STATE', 'proposalBlind');
}
