import type { CaseQuery, PreparedQuery } from '../../access/prepared-query.js';
import type { CaseId, RoleTermId } from '../../core/ids.js';
import type { ConcernStand, ProposalBasis, ProposalReason, ProposalState, RiskArea } from '../../core/proposal.js';

export interface ProposalRow {
  readonly id: string;
  readonly caseId: CaseId;
  readonly proposerId: RoleTermId | null;
  readonly state: ProposalState;
  readonly proposedAt: number;
  readonly decidedAt: number | null;
  readonly destroyedOn: string | null;
  readonly number: string | null;
}

/** Row-level security leaves those that the viewer is told of; nothing else restricts this list. */
export const PROPOSALS: PreparedQuery = {
  name: 'proposals',
  text: `select id, case_id as "caseId", proposer_id as "proposerId", state, proposed_at as "proposedAt",
      decided_at as "decidedAt", destroyed_on as "destroyedOn", number
    from sig.proposal`,
};

export interface GroundsRow {
  readonly caseId: string;
  readonly proposerId: RoleTermId | null;
  readonly basis: ProposalBasis | null;
  readonly reasons: ProposalReason[];
  readonly riskAreas: RiskArea[];
  readonly concernStand: ConcernStand | null;
  readonly concernReportedOn: string | null;
  readonly destroyOn: string | null;
}

export const GROUNDS: CaseQuery<GroundsRow> = {
  name: 'proposal_grounds',
  text: `select case_id as "caseId", proposer_id as "proposerId", basis, reasons, risk_areas as "riskAreas",
      concern_stand as "concernStand", concern_reported_on as "concernReportedOn", destroy_on as "destroyOn"
    from sig.proposal where case_id = any($1::uuid[])`,
};

export const PROPOSED_AGAIN: CaseQuery<{ readonly caseId: string }> = {
  name: 'proposed_again',
  text: 'select case_id as "caseId" from sig.proposed_again($1::uuid[])',
};

export interface SameProposal {
  readonly proposalId: string;
  readonly caseId: string;
  readonly basis: ProposalBasis | null;
}

/** The viewer's own undecided proposal of the same person; in a command, behind the lock of the municipality. */
export const SAME_PROPOSAL: PreparedQuery = {
  name: 'same_proposal',
  text: 'select id as "proposalId", case_id as "caseId", basis from sig.same_proposal($1, $2)',
};

/** Other cases, perhaps of the same person; no id for one that the viewer does not know. */
export const NAMESAKES: CaseQuery<{ readonly caseId: string; readonly otherId: CaseId | null }> = {
  name: 'namesakes',
  text: 'select case_id as "caseId", other_id as "otherId" from sig.namesakes($1::uuid[])',
};
