import Personnummer from 'personnummer';
import type { LocalDate } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';

/** The package's types describe another export than the one that is there. */
const { valid, parse } = Personnummer as unknown as typeof Personnummer.default;

/** Twelve digits: with ten, the century would depend on the day on which one asks. */
const TWELVE_DIGITS = /^\d{8}[-+]?\d{4}$/;

export interface IdentityNumber {
  /** As `20000105-2380`. */
  readonly personalIdentityNumber: string;
  readonly birthDate: LocalDate;
}

/**
 * A personal identity number or a coordination number (samordningsnummer), with its control digit.
 *
 * @throws DomainError BAD_USER_INPUT; the number is never repeated in it.
 */
export function requireIdentityNumber(text: string): IdentityNumber {
  const trimmed = text.trim();
  if (!TWELVE_DIGITS.test(trimmed) || !valid(trimmed)) {
    throw new DomainError('BAD_USER_INPUT', 'identityNumberWrong');
  }
  const { fullYear, month, day, num, check } = parse(trimmed);
  // A coordination number has sixty added to the day.
  const dayOfMonth = String(Number(day) % 60).padStart(2, '0');
  return {
    personalIdentityNumber: `${fullYear}${month}${day}-${num}${check}`,
    birthDate: `${fullYear}-${month}-${dayOfMonth}`,
  };
}
