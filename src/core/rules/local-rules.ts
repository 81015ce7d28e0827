/**
 * What a municipality's rules may be. Everybody who must sign must be somebody who can: a guardian signs until
 * majority, neither shorter nor longer, and the young person signs from then on at the latest, so that there is no age
 * at which nobody signs.
 *
 * A change of the rules counts like time alone: from the instant it applies it may close what it asks a further
 * signature for, and opens nothing. It never lies in the past, so that what was open or closed stays as it was.
 *
 * Source: leaflets R2, R6, R7, R11, R18; FB 9:1 (majority at 18); design, section 3 ("counts like time alone").
 */
import type { PackVersion, RulePack } from '../case-facts.js';
import { DomainError, MissingFactError } from '../errors.js';
import type { InformationCategory } from '../information-category.js';
import type { Instant } from '../period.js';
import { MAJORITY_AGE } from './majority.js';

/** What an administrator states; the version is counted. */
export type LocalRules = Omit<RulePack, 'version'>;

/**
 * The range of every number, both ends included; ages in years, intervals in days, the length in months. Where no
 * source sets a bound it is this product's own, wide enough for every municipality known, and marked so.
 */
const RANGES = {
  /** R2 within the ages of the youth policy of the state (prop. 2013/14:191: until 25). */
  targetAgeFrom: [0, 25],
  targetAgeThrough: [0, 25],
  /** R6; FB 9:1: of age, everybody signs for themselves. */
  youngPersonSignsFromAge: [0, MAJORITY_AGE],
  /** R7; FB 6:2, 6:11 and 9:1: custodians decide until majority, and not after it. */
  guardiansSignUntilAge: [MAJORITY_AGE, MAJORITY_AGE],
  /** R6; FB 6:11 (increasing regard to the child's wishes). */
  agreesToTakePartFromAge: [0, MAJORITY_AGE],
  /** R12 and R18 speak of two or three weeks; a year at most is our own bound. */
  followUpEveryDaysFrom: [1, 366],
  followUpEveryDaysThrough: [1, 366],
  /** R18 speaks of a short period, about four months; three years are our own bound. */
  interventionMonths: [1, 36],
  /** R11 says two; twice a month is our own bound. */
  steeringMeetingsPerTerm: [1, 12],
  /**
   * OSL 12:2 and design, section 7: consent is for a time and never general. How long is no leaflet's to say: six months
   * (V) and twelve (U) are this product's parameters, and so is the bound.
   */
  consentMonthsAtMost: [1, 24],
  /** Dataskyddsförordningen art. 5.1 e: no longer than needed; a year is our own bound. */
  declinedProposalKeptDays: [1, 365],
} as const satisfies Partial<Record<keyof LocalRules, readonly [number, number]>>;

/** A municipality may say nothing of these. */
const OPTIONAL: readonly string[] = ['interventionMonths', 'steeringMeetingsPerTerm'];

/** The first may not be greater than the second. */
const IN_ORDER = [
  ['targetAgeFrom', 'targetAgeThrough'],
  ['followUpEveryDaysFrom', 'followUpEveryDaysThrough'],
] as const satisfies readonly (readonly [keyof LocalRules, keyof LocalRules])[];

/** @throws DomainError BAD_USER_INPUT naming the first field that cannot be so. */
export function requireRules(rules: LocalRules): LocalRules {
  for (const [field, [least, most]] of Object.entries(RANGES)) {
    const value = rules[field as keyof typeof RANGES];
    if (value === null && OPTIONAL.includes(field)) continue;
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
      throw new DomainError('BAD_USER_INPUT', 'rulesOutOfRange', { field, least, most });
    }
  }
  for (const [lower, upper] of IN_ORDER) {
    if (rules[lower] > rules[upper]) throw new DomainError('BAD_USER_INPUT', 'rulesOutOfOrder', { lower, upper });
  }
  const kinds = new Set(rules.meetingParties.map(({ kind }) => kind));
  const clash = rules.meetingParties.some(({ required, optional }) =>
    required.some((party) => optional.includes(party)),
  );
  if (kinds.size < rules.meetingParties.length || clash) {
    throw new DomainError('BAD_USER_INPUT', 'rulesMeetingParties');
  }
  const heldBackCategories: readonly InformationCategory[] = [...new Set(rules.heldBackCategories)];
  return { ...rules, heldBackCategories };
}

/**
 * The next version, applying at once unless said otherwise.
 *
 * @throws DomainError BAD_USER_INPUT as {@link requireRules} does, and for a start that has passed.
 */
export function nextRulePack(newest: number, rules: LocalRules, validFrom: Instant | null, at: Instant): PackVersion {
  if (validFrom !== null && validFrom < at) throw new DomainError('BAD_USER_INPUT', 'rulesFromPast');
  return { validFrom: validFrom ?? at, pack: { version: newest + 1, ...requireRules(rules) } };
}

/**
 * @throws MissingFactError for stored rules that lack what a decision rests on: neither a yes nor a no follows from
 * them.
 */
export function requireWholeRules(packs: readonly PackVersion[]): void {
  for (const { validFrom, pack } of packs) {
    const ages = [validFrom, pack.version, pack.youngPersonSignsFromAge, pack.guardiansSignUntilAge];
    const whole =
      ages.every((value) => Number.isFinite(value)) &&
      typeof pack.timeMayOpen === 'boolean' &&
      Array.isArray(pack.heldBackCategories);
    if (!whole) throw new MissingFactError(`a part of version ${pack.version} of the municipality's rules`);
  }
}
