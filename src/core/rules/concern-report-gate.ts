/**
 * Where the municipality has the gate, whoever proposes states that a report of concern was made (reference and date),
 * or that the young person is known to be involved with social services. Which of the two social services would have
 * said is never told: the statement is taken as it is made.
 *
 * Source: Vellinge's leaflet (R10); SoL 14 ch. 1 § and OSL 26:1 (whether somebody is known there is secret).
 */
import { localDate } from '../calendar.js';
import type { LocalDate } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { Instant } from '../period.js';
import type { ConcernStand, ProposalBasis } from '../proposal.js';

export interface Concern {
  readonly stand: ConcernStand;
  readonly reference: string | null;
  readonly reportedOn: LocalDate | null;
}

/**
 * @throws DomainError BAD_USER_INPUT when a statement is missing, or lacks what belongs to it, or has what does not.
 */
export function requireConcern(
  concern: Concern | null,
  { gate, basis, at }: { readonly gate: boolean; readonly basis: ProposalBasis | null; readonly at: Instant },
): void {
  if (concern === null) {
    if (gate) throw new DomainError('BAD_USER_INPUT', 'concernMissing');
  } else {
    const { stand, reference, reportedOn } = concern;
    const isWhole =
      stand === 'REPORTED' ? reference !== null && reportedOn !== null : (reference ?? reportedOn) === null;
    if (!isWhole) throw new DomainError('BAD_USER_INPUT', 'concernIncomplete');
    if (reportedOn !== null && reportedOn > localDate(at)) throw new DomainError('BAD_USER_INPUT', 'concernInFuture');
  }
  if (basis === 'CONCERN_REPORTED' && concern?.stand !== 'REPORTED') {
    throw new DomainError('BAD_USER_INPUT', 'basisWithoutReport');
  }
}
