import type { PackVersion } from './case-facts.js';
import { monthsLater } from './calendar.js';
import { DomainError, MissingFactError } from './errors.js';
import type { Instant } from './period.js';
import { packInForce } from './rules/pack-in-force.js';

/** What a form must bring to count as evidence, beside who signed what. */
export interface FormEvidence {
  readonly purpose: string;
  readonly method: string;
  readonly formVersion: string;
  /** ISO 639, with a region or script if need be. */
  readonly language: string;
  readonly hasWitness: boolean;
  /** SHA-256, hexadecimal. */
  readonly documentHash: string | null;
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const SHA_256 = /^[0-9a-f]{64}$/i;
const LONGEST = 4_000;

/** @throws DomainError BAD_USER_INPUT naming the first thing that is missing. */
export function requireEvidence(evidence: FormEvidence): void {
  const { purpose, method, formVersion, language, hasWitness, documentHash } = evidence;
  for (const text of [purpose, formVersion]) {
    if (text.trim() === '' || text.length > LONGEST) throw new DomainError('BAD_USER_INPUT', 'evidenceIncomplete');
  }
  if (!LANGUAGE.test(language)) throw new DomainError('BAD_USER_INPUT', 'languageUnknown');
  if (method === 'ORAL_WITNESSED' && !hasWitness) throw new DomainError('BAD_USER_INPUT', 'witnessMissing');
  if (documentHash !== null && !SHA_256.test(documentHash)) throw new DomainError('BAD_USER_INPUT', 'hashMalformed');
}

/**
 * From when a form applies: never before it is recorded. What was done in the meantime was done without it.
 *
 * @throws DomainError BAD_USER_INPUT for a start in the past or an end that is not behind the start.
 */
export function formPeriod(
  at: Instant,
  appliesFrom: Instant | null,
  until: Instant | null,
): { appliesFrom: Instant; until: Instant | null } {
  if (appliesFrom !== null && appliesFrom < at) throw new DomainError('BAD_USER_INPUT', 'appliesFromPast');
  const from = appliesFrom ?? at;
  if (until !== null && until <= from) throw new DomainError('BAD_USER_INPUT', 'periodEmpty');
  return { appliesFrom: from, until };
}

/**
 * A consent is for a time: until its form ends, and no longer than the municipality's rules let one last, which is also
 * its end where the form says none.
 *
 * Source: OSL 12:2; design, section 7 (consent is for what it names, for a time, and never general).
 *
 * @throws DomainError BAD_USER_INPUT as {@link formPeriod} does, and for an end behind the longest that the rules allow.
 */
export function consentPeriod(
  packs: readonly PackVersion[],
  at: Instant,
  asked: { readonly appliesFrom: Instant | null; readonly until: Instant | null },
): { readonly appliesFrom: Instant; readonly until: Instant } {
  const { appliesFrom, until } = formPeriod(at, asked.appliesFrom, asked.until);
  const months = packInForce(packs, at)?.consentMonthsAtMost;
  if (months === undefined) throw new MissingFactError('rules in force');
  const longest = monthsLater(appliesFrom, months);
  if (until !== null && until > longest) throw new DomainError('BAD_USER_INPUT', 'consentTooLong', { months });
  return { appliesFrom, until: until ?? longest };
}
