import type {
  AssignmentFact,
  BlockFact,
  CaseFacts,
  CustodyFact,
  PackVersion,
  PersonFact,
  ProtectionFact,
} from './case-facts.js';
import type { AgencyId, ProfessionalId, RoleTermId } from './ids.js';
import type { Instant, Period } from './period.js';
import type { Capacity } from './viewer.js';

/** One version of a fact, and when it was what was recorded: `[from, until)`; `until: null` is what is recorded now. */
export interface Recorded<Fact> {
  readonly fact: Fact;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A role of the municipality; what a token stands for. */
export interface RoleTermFact {
  readonly roleTermId: RoleTermId;
  readonly professionalId: ProfessionalId;
  readonly agencyId: AgencyId | null;
  readonly capacity: Capacity;
  readonly period: Period;
}

/**
 * Every version of everything that a decision about one case rests on, but the ledger, which is never written again.
 */
export interface RecordedFacts {
  readonly packs: readonly Recorded<PackVersion>[];
  readonly roleTerms: readonly Recorded<RoleTermFact>[];
  readonly persons: readonly Recorded<PersonFact>[];
  readonly custody: readonly Recorded<CustodyFact>[];
  readonly blocks: readonly Recorded<BlockFact>[];
  /** Professional and agency follow from the role term, and never change. */
  readonly assignments: readonly Recorded<Pick<AssignmentFact, 'roleTermId' | 'period'>>[];
  readonly protections: readonly Recorded<ProtectionFact>[];
}

/** The facts of now, for what no version is kept of: who the case is about and which agencies there are. */
export type FactsNow = Pick<
  CaseFacts,
  | 'caseId'
  | 'municipalityId'
  | 'status'
  | 'startedOn'
  | 'youngPersonId'
  | 'coordinatorAgencyId'
  | 'agencies'
  | 'ledger'
  | 'kinds'
>;
