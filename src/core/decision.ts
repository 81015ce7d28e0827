import type { WITHHELD_REASONS } from './closed-lists.js';
import type { CaseFacts } from './case-facts.js';
import type { Extent } from './extent.js';
import type { AgencyId, PersonId, RoleTermId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { PieceFacts, PieceKind } from './piece.js';
import type { Instant } from './period.js';
import type { RuleName } from './rules/named-rules.js';
import type { Viewer } from './viewer.js';

/** Why a field is closed, for everybody to read: rests on the viewer and the consents, never on what is stored. */
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** Why something was open; goes into the access record. */
export type Basis =
  | { readonly kind: 'OWN_AGENCY' }
  | { readonly kind: 'OWN_RIGHT' }
  /** The coordinator's frame, or any other named rule. */
  | { readonly kind: 'RULE'; readonly rule: RuleName }
  /** Ledger sequences of the statements that carry it. */
  | { readonly kind: 'CONSENT'; readonly statements: readonly number[] }
  /** The copy of a disclosure without consent; never an opening. */
  | { readonly kind: 'DISCLOSURE'; readonly disclosureId: string };

/** One answer: open on a basis until an instant (`null`: as far as is known now), or closed for a reason. */
export type Verdict =
  | { readonly open: true; readonly basis: Basis; readonly until: Instant | null }
  /** `reason: null`: left out without a trace (held back, hidden from this guardian, outside the data period). */
  | { readonly open: false; readonly reason: WithheldReason | null };

/** What one viewer may see of one case at one instant. Ask it; never look behind it. */
export interface Decision {
  readonly at: Instant;
  /** False: for this viewer the case does not exist. */
  readonly knowsCase: boolean;
  /** For something about the young person that `holderId` records now; depends on nothing stored. */
  cell(holderId: AgencyId, category: InformationCategory, kind?: PieceKind): Verdict;
  /** How much of what was recorded in the cell until now is open; of one evaluation with `cell` and `piece`. */
  earlier(holderId: AgencyId, category: InformationCategory, kind?: PieceKind): Extent;
  piece(piece: PieceFacts): Verdict;
  /** @param subjectId of what was stated about somebody: whether it is open about that very person */
  rule(name: RuleName, subjectId?: PersonId): Verdict;
  /** Whether the viewer may know that this role term takes part. */
  participant(roleTermId: RoleTermId): Verdict;
  /** The next instant at which, without any write, an answer of this decision may change. */
  readonly changesAt: Instant | null;
}

/** The one signature of the decision; a test build may put another in its place. */
export type Decide = (facts: CaseFacts, viewer: Viewer, at: Instant) => Decision;
