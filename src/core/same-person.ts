/**
 * By which texts a case of the same person is found, each to be stored as a keyed hash. The number of a person tells
 * who it is. One that a school or an agency gave tells it with the name only, as another may have given the same. A
 * name with a birth date tells nobody for certain: it is a hint, which people look into.
 *
 * Source: design, section 7 (blind proposal: who has a case already is told to a coordinator, never to the proposer).
 */
import type { LocalDate } from './case-facts.js';
import { isNational, joined } from './identity-number.js';
import { wordsOf } from './name-search.js';

export interface KnownAs {
  readonly givenName: string;
  readonly familyName: string;
  /** As it is stored; `null` for whoever has none. */
  readonly personalIdentityNumber: string | null;
  readonly birthDate: LocalDate;
}

/** Equal for the same person; `null` without a number. */
export function numberKey(person: KnownAs): string | null {
  const { personalIdentityNumber: number } = person;
  if (number === null) return null;
  return isNational(number) ? joined(number) : `${joined(number)} ${nameOf(person)}`;
}

/** Equal for two of the same name, in whatever order and spelling of accents, born on the same day. */
export function nameKey(person: KnownAs): string {
  return `${person.birthDate} ${nameOf(person)}`;
}

function nameOf({ givenName, familyName }: KnownAs): string {
  return wordsOf(`${givenName} ${familyName}`).toSorted().join(' ');
}
