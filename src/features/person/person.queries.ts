import type { AccessEntry } from '../../access/access-log.js';
import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece, OpenRow } from '../../access/open-piece.js';
import type { RegisteredProfessional } from '../../access/registers.js';
import { withId } from '../../access/shown.js';
import type { Shown } from '../../access/shown.js';
import { ageAt } from '../../core/calendar.js';
import type { CustodyFact, PersonFact } from '../../core/case-facts.js';
import { needing } from '../../graphql/operation-plan.js';
import { custodyId } from './custody-id.js';
import { CONTACT, GUARDIAN, IDENTITY } from './identity.piece.js';
import { IMPORTANT_PERSON } from './important-person.piece.js';

/** What {@link identity} needs. */
export const IDENTITY_NEEDS: Needs = needing(IDENTITY);
/** What {@link youngPerson} and {@link guardians} need. */
export const FAMILY_NEEDS: Needs = needing(IDENTITY, CONTACT, GUARDIAN);

/** Who the young person is, as it is stored, for the server's own use: nothing is shown by it. */
export function identity(loaded: LoadedCase): OpenPiece<(typeof IDENTITY)['fields']> | undefined {
  const { youngPersonId } = loaded.facts;
  return loaded
    .open(IDENTITY)
    .findLast(({ personId, category }) => personId === youngPersonId && category === 'IDENTITY');
}

/** Whom the case is about, each field as far as it is open. */
export function youngPerson(loaded: LoadedCase): Shown {
  return loaded.once('young person', () => {
    const { youngPersonId: id } = loaded.facts;
    const own = [...loaded.open(IDENTITY), ...loaded.open(CONTACT)].filter(({ personId }) => personId === id);
    // The birth date, and the age that follows from it, are revealed with the identity and never without it.
    const birthDate = personOf(loaded, id)?.birthDate ?? null;
    const computed: Readonly<Record<string, unknown>> = {
      birthDate,
      age: birthDate === null ? null : ageAt(birthDate, loaded.at),
    };
    const fromPiece = (piece: OpenRow, field: string): unknown =>
      Object.hasOwn(computed, field) ? computed[field] : piece.field(field);
    return loaded.show('YoungPerson', { pieces: own, fromPiece, values: { id } });
  });
}

/** The young person's guardians, and nobody who is guardian of somebody else alone. */
export function ownGuardians(loaded: LoadedCase): readonly Shown[] {
  const { custody, youngPersonId } = loaded.facts;
  const own = custody.filter(({ subjectId }) => subjectId === youngPersonId);
  const ids = new Set<unknown>(own.map(({ guardianId }) => guardianId));
  return guardians(loaded).filter((guardian) => ids.has(guardian.value('id')));
}

/** Everybody's guardians, the young person's and those of other subjects. */
export function guardians(loaded: LoadedCase): readonly Shown[] {
  return loaded.once('guardians', () =>
    inOrderOfPersons(loaded, loaded.open(GUARDIAN)).map((piece) => {
      const { personId: id, subjectIds } = piece;
      const custody = loaded.facts.custody.filter(
        ({ guardianId, subjectId }) => guardianId === id && subjectIds.includes(subjectId),
      );
      return loaded.show('Guardian', { piece, values: { id, custody: custody.map(periodsOf) } });
    }),
  );
}

/** Everybody else whom information is about, as far as the viewer may see who they are. */
export function subjects(loaded: LoadedCase): readonly Shown[] {
  const others = loaded.open(IDENTITY).filter(({ personId }) => personOf(loaded, personId)?.kind === 'OTHER_SUBJECT');
  return inOrderOfPersons(loaded, others).map((piece) => {
    const { personId: id } = piece;
    const custody = loaded.facts.custody.filter(({ subjectId }) => subjectId === id);
    const values = {
      id,
      birthDate: personOf(loaded, id)?.birthDate,
      custody: custody.map(({ guardianId, ...rest }) => ({ guardianId, ...periodsOf({ guardianId, ...rest }) })),
    };
    return loaded.show('Subject', { piece, values });
  });
}

/** What names the custodies that are shown with a guardian or with a subject, as changes of them do. */
export function custodyIds(loaded: LoadedCase): readonly string[] {
  const ofGuardians = loaded
    .open(GUARDIAN)
    .flatMap(({ personId: guardianId, subjectIds }) =>
      loaded.facts.custody.filter((one) => one.guardianId === guardianId && subjectIds.includes(one.subjectId)),
    );
  const seen = new Set(loaded.open(IDENTITY).map(({ personId }) => personId));
  const ofSubjects = loaded.facts.custody.filter(
    ({ subjectId }) => seen.has(subjectId) && personOf(loaded, subjectId)?.kind === 'OTHER_SUBJECT',
  );
  return [...ofGuardians, ...ofSubjects].map(custodyId);
}

export function importantPersons(loaded: LoadedCase): readonly Shown[] {
  return loaded.once('important persons', () =>
    loaded
      .open(IMPORTANT_PERSON)
      .map((piece) =>
        loaded.show('OtherImportantPerson', { piece, values: { from: piece.validFrom, until: piece.validUntil } }),
      ),
  );
}

/** Somebody in a case whom a piece names by kind and id. */
export type NamedKind = 'PROFESSIONAL' | 'YOUNG_PERSON' | 'IMPORTANT_PERSON' | 'GUARDIAN';

/** Who that is; `null` for whom the viewer may not see (any more). */
export function named(loaded: LoadedCase, kind: NamedKind, id: string | null): Shown | RegisteredProfessional | null {
  switch (kind) {
    case 'PROFESSIONAL':
      return loaded.registers.professional(id);
    case 'YOUNG_PERSON':
      return youngPerson(loaded);
    case 'IMPORTANT_PERSON':
      return withId(importantPersons(loaded), id);
    case 'GUARDIAN':
      return withId(guardians(loaded), id);
  }
}

/** The name as far as it is shown, and what showing it anywhere discloses. */
export function shownName(person: Shown | null): {
  readonly name: string | null;
  readonly shown: readonly AccessEntry[];
} {
  if (person === null) return { name: null, shown: [] };
  const parts = ['givenName', 'familyName']
    .map((field) => person.value(field))
    .filter((part) => typeof part === 'string');
  const shown = parts.length === 0 ? [] : ['givenName', 'familyName'].flatMap((field) => person.entriesOf(field));
  return { name: parts.join(' ') || null, shown };
}

function personOf({ facts }: LoadedCase, id: string): PersonFact | undefined {
  return facts.persons.find((person) => person.id === id);
}

/** As they came into the case. */
function inOrderOfPersons<Piece extends { readonly personId: string }>(
  { facts }: LoadedCase,
  pieces: readonly Piece[],
): readonly Piece[] {
  const place = new Map<string, number>(facts.persons.map(({ id }, index) => [id, index]));
  return pieces.toSorted((a, b) => (place.get(a.personId) ?? 0) - (place.get(b.personId) ?? 0));
}

function periodsOf({ from, until, preventedFrom, preventedUntil }: CustodyFact): object {
  return { from, until, preventedFrom, preventedUntil };
}
