import type { AgencyId, CaseId, PersonId, RoleTermId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { Instant, Period } from './period.js';
import type { PieceFacts } from './piece.js';

/**
 * The closed list of grounds on which a holder may disclose without consent; what each allows is in the rule of
 * grounds.
 */
export const DISCLOSURE_GROUNDS = [
  'OSL_10_2',
  'OSL_10_15_A',
  'OSL_10_18_A',
  'OSL_10_27',
  'LAG_2025_170_4',
  'LAG_2025_170_6',
  'LAG_2025_170_7',
  'SOL_19_1',
  'SOL_20_6',
] as const;
export type DisclosureGround = (typeof DISCLOSURE_GROUNDS)[number];

/** A holder's decision to give named pieces to one named professional without consent: ids and times, no text. */
export interface DisclosureFact {
  readonly id: string;
  readonly caseId: CaseId;
  readonly holderId: AgencyId;
  /** The one role term that reads the copy. */
  readonly recipientId: RoleTermId;
  readonly categories: readonly InformationCategory[];
  /** From the decision until its end date, or until the holder ended it before. */
  readonly period: Period;
  /** From when the family may know of it. */
  readonly toldFrom: Instant;
  /** Guardians from whom one of the pieces is kept. */
  readonly keptFromIds: readonly PersonId[];
}

/** What decides whether one copied piece is shown: the piece as it was when it was disclosed. */
export type CopyFacts = Pick<PieceFacts, 'kind' | 'holderId' | 'category' | 'subjectIds'>;
