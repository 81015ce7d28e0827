import type { PieceSection, Statement } from '../../access/section.js';
import type { RoleTermId } from '../../core/ids.js';
import type { ConcernStand, ProposalBasis, ProposalReason, ProposalState, RiskArea } from '../../core/proposal.js';

export interface ProposalRow {
  readonly id: string;
  readonly caseId: string;
  readonly proposerId: RoleTermId | null;
  readonly state: ProposalState;
  readonly proposedAt: number;
  readonly decidedAt: number | null;
  readonly destroyedOn: string | null;
  readonly number: string | null;
}

/** Row-level security leaves those that the viewer is told of; nothing else restricts this list. */
export const PROPOSALS: Statement = {
  name: 'proposals',
  text: `select id, case_id as "caseId", proposer_id as "proposerId", state, proposed_at as "proposedAt",
      decided_at as "decidedAt", destroyed_on as "destroyedOn", number
    from sig.proposal`,
};

export interface GroundsRow {
  readonly caseId: string;
  readonly proposerId: RoleTermId;
  readonly basis: ProposalBasis | null;
  readonly reasons: ProposalReason[];
  readonly riskAreas: RiskArea[];
  readonly concernStand: ConcernStand | null;
  readonly concernReportedOn: string | null;
  readonly destroyOn: string | null;
}

export const GROUNDS: Statement = {
  name: 'proposal_grounds',
  text: `select case_id as "caseId", proposer_id as "proposerId", basis, reasons, risk_areas as "riskAreas",
      concern_stand as "concernStand", concern_reported_on as "concernReportedOn", destroy_on as "destroyOn"
    from sig.proposal where case_id = any($1::uuid[])`,
};

export const PROPOSED_AGAIN: Statement = {
  name: 'proposed_again',
  text: 'select case_id as "caseId" from sig.proposed_again($1::uuid[])',
};

/** Judged as the young person's identity is. */
export const PROPOSAL_WORDS: PieceSection = {
  kind: 'IDENTITY',
  table: 'proposal_words',
  statement: {
    name: 'section_proposal_words',
    text: `select id, case_id as "caseId", holder_id as "holderId", category, subject_ids as "subjectIds",
        held_back as "heldBack", hidden_from_ids as "hiddenFromIds", recorded_at as "recordedAt", words_sealed as "words",
        concern_reference_sealed as "concernReference", decline_reason_sealed as "declineReason"
      from sig.proposal_words where case_id = any($1::uuid[])
      order by recorded_at, id`,
  },
};
