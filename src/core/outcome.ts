import type { CaseStatus } from './case-status.js';
import { DomainError } from './errors.js';
import { OUTCOME_CATEGORIES } from './information-category.js';
import type { InformationCategory } from './information-category.js';

/** How far a wanted effect is reached (R4). */
export const OUTCOME_LEVELS = ['MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN'] as const;
export type OutcomeLevel = (typeof OUTCOME_LEVELS)[number];

type Level = OutcomeLevel | null | undefined;

/** @throws DomainError INVALID_STATE for what a follow-up found, while the case is not closed. */
export function requireFollowedUp(atFollowUp: Level, status: CaseStatus): void {
  if (atFollowUp != null && status !== 'CLOSED') throw new DomainError('INVALID_STATE', 'statusForbids', { status });
}

/** @throws DomainError BAD_USER_INPUT for a category that no wanted effect is of, or when nothing is said of it. */
export function requireOutcome(category: InformationCategory, given: readonly Level[]): void {
  const effects: readonly InformationCategory[] = OUTCOME_CATEGORIES;
  if (!effects.includes(category)) throw new DomainError('BAD_USER_INPUT', 'noSuchEffect');
  if (given.every((level) => level === undefined)) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
}
