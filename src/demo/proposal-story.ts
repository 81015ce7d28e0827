import type { LocalDate } from '../core/case-facts.js';
import type { Instant } from '../core/period.js';
import type { ProposalBasis, ProposalReason, RiskArea } from '../core/proposal.js';

/** Who proposed the young person of a case, on which grounds, and what was answered where it was. */
export interface ProposalStory {
  readonly by: 'policeOfficer' | 'principal';
  readonly reasons: readonly ProposalReason[];
  readonly riskAreas: readonly RiskArea[];
  readonly words?: string;
  /** Left out by a blind one. */
  readonly basis?: ProposalBasis;
  readonly concern?: { readonly reference: string; readonly reportedOn: LocalDate } | 'KNOWN_TO_BE_INVOLVED';
  readonly declined?: { readonly at: Instant; readonly reason: string };
}
