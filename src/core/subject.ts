import { midnightOf, turnsAt } from './calendar.js';
import type { CaseFacts, CustodyFact, LocalDate, PackVersion } from './case-facts.js';
import { MissingFactError } from './errors.js';
import type { PersonId } from './ids.js';
import type { Instant } from './period.js';
import { guardiansSignUntil } from './rules/majority.js';

/** Somebody whom information is about, with what decides who signs for them. */
export interface Subject {
  readonly id: PersonId;
  readonly birthDate: LocalDate;
  readonly custody: readonly CustodyFact[];
  readonly packs: readonly PackVersion[];
}

/**
 * `null` for a guardian: no consent is asked for in a guardian's own name, so nothing about one opens by consent.
 *
 * @throws MissingFactError when the person or the birth date is unknown, or the municipality has no rules at all.
 */
export function subjectOf(facts: CaseFacts, personId: PersonId): Subject | null {
  const person = facts.persons.find(({ id }) => id === personId);
  if (person === undefined) throw new MissingFactError(`person ${personId}`);
  if (person.kind === 'GUARDIAN') return null;
  if (person.birthDate === null) throw new MissingFactError(`birth date of person ${personId}`);
  if (facts.packs.length === 0) throw new MissingFactError(`rule pack of municipality ${facts.municipalityId}`);
  const custody = facts.custody.filter(({ subjectId }) => subjectId === personId);
  return { id: person.id, birthDate: person.birthDate, custody, packs: facts.packs };
}

/** Every instant at which who signs may change by time alone: a birthday that a pack names, the end of a custody. */
export function instantsOfTime({ birthDate, custody, packs }: Subject): readonly Instant[] {
  return [
    ...packs.flatMap(({ pack }) => [
      turnsAt(birthDate, pack.youngPersonSignsFromAge),
      guardiansSignUntil(birthDate, pack),
    ]),
    ...custody.flatMap(({ until }) => (until === null ? [] : midnightOf(until))),
  ];
}

/** Every instant at which who signs may change because the rules do. */
export function instantsOfRules({ packs }: Subject): readonly Instant[] {
  return packs.map(({ validFrom }) => validFrom);
}

/** Every instant at which who signs may change because somebody recorded something about custody. */
export function instantsOfActs({ custody }: Subject): readonly Instant[] {
  return custody.flatMap(({ from, preventedFrom, preventedUntil }) =>
    [from, preventedFrom, preventedUntil].flatMap((day) => (day === null ? [] : midnightOf(day))),
  );
}
