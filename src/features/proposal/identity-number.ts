import Personnummer from 'personnummer';
import type { LocalDate } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { joined, numberParts } from '../../core/identity-number.js';

/** The package's types describe another export than the one that is there. */
const { valid } = Personnummer as unknown as typeof Personnummer.default;

/** Sixty is added to the day in a coordination number (samordningsnummer). */
const COORDINATION = 60;

export interface Identity {
  /** As `20000105-2380`; `null` for whoever has none. */
  readonly personalIdentityNumber: string | null;
  readonly birthDate: LocalDate;
}

/**
 * By which number, and as born on which day, somebody is known. A number tells the day; whoever has none is known by
 * the day alone.
 *
 * @param text all twelve characters: with ten, the century would depend on the day on which one asks.
 * @throws DomainError BAD_USER_INPUT for a number that is none, for neither of the two, and where they contradict each
 * other; the number is never repeated in it.
 */
export function requireIdentity(text: string | null, stated: LocalDate | null): Identity {
  if (text === null) {
    if (stated === null) throw new DomainError('BAD_USER_INPUT', 'identityMissing');
    return { personalIdentityNumber: null, birthDate: stated };
  }
  const { number: personalIdentityNumber, birthDate } = requireNumber(text);
  if (stated !== null && stated !== birthDate) throw new DomainError('BAD_USER_INPUT', 'birthDateDiffers');
  return { personalIdentityNumber, birthDate };
}

/** Day and control digit of a national number are checked by the library; others have no control digit. */
function requireNumber(text: string): { readonly number: string; readonly birthDate: LocalDate } {
  const parts = numberParts(text);
  if (parts === null || (parts.isNational && !valid(joined(parts.written))))
    throw new DomainError('BAD_USER_INPUT', 'identityNumberWrong');
  const { written: number, day, isNational } = parts;
  const dayOfMonth = Number(day.slice(-2));
  const isCoordination = isNational && dayOfMonth > COORDINATION;
  const birthDate = isCoordination ? day.slice(0, -2) + String(dayOfMonth - COORDINATION).padStart(2, '0') : day;
  return { number, birthDate };
}
