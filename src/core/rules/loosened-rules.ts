/**
 * Rules that ask for less than those before are a decision of two, and known a week before they apply: what they let
 * happen cannot be taken back from whoever has read. Rules that ask for more apply at once.
 *
 * Source: design, section 3 (what closes waits for nobody) and section 7 (a wrong opening cannot be taken back). The week
 * is no leaflet's; a parameter of this product.
 */
import { daysLater } from '../calendar.js';
import { DomainError } from '../errors.js';
import type { RoleTermId } from '../ids.js';
import type { Instant } from '../period.js';
import type { LocalRules } from './local-rules.js';

const DAYS_AHEAD = 7;

type Rule = keyof LocalRules;

/** Where a higher value asks for less; where being set asks for more; and where it asks for less. */
const FEWER_SIGN_ABOVE = ['youngPersonSignsFromAge', 'agreesToTakePartFromAge'] as const satisfies readonly Rule[];
const LONGER = ['consentMonthsAtMost'] as const satisfies readonly Rule[];
const GUARDS = ['concernReportGate', 'consentNeedsSecondPerson'] as const satisfies readonly Rule[];
const PERMITS = ['timeMayOpen'] as const satisfies readonly Rule[];

/** The rules by which a version asks for less than the one that would apply instead, by name. */
export function loosened(before: LocalRules, next: LocalRules): readonly Rule[] {
  const isHeldNoMore = before.heldBackCategories.some((category) => !next.heldBackCategories.includes(category));
  return [
    ...[...FEWER_SIGN_ABOVE, ...LONGER].filter((rule) => next[rule] > before[rule]),
    ...GUARDS.filter((rule) => before[rule] && !next[rule]),
    ...PERMITS.filter((rule) => next[rule] && !before[rule]),
    ...(isHeldNoMore ? (['heldBackCategories'] as const) : []),
  ];
}

/** @throws DomainError BAD_USER_INPUT for loosened rules that would apply in less than a week. */
export function requireAhead(validFrom: Instant, at: Instant): void {
  if (validFrom < daysLater(at, DAYS_AHEAD))
    throw new DomainError('BAD_USER_INPUT', 'rulesAhead', { days: DAYS_AHEAD });
}

/** Rules as they wait for a second administrator. */
export interface RulesDraft {
  readonly version: number;
  readonly validFrom: Instant;
  readonly enteredById: RoleTermId;
  readonly state: 'WAITING' | 'CONFIRMED' | 'REJECTED';
}

/**
 * @throws DomainError INVALID_STATE for a draft that was answered, that has been overtaken by a newer version, or whose
 * day has come.
 */
export function requireWaiting(draft: RulesDraft, newestVersion: number, at: Instant): void {
  if (draft.state !== 'WAITING') throw new DomainError('INVALID_STATE', 'rulesDraftAnswered');
  if (draft.version !== newestVersion + 1 || draft.validFrom < at) {
    throw new DomainError('INVALID_STATE', 'rulesDraftOvertaken');
  }
}
