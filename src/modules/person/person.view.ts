import { disclosuresOf } from '../../access/disclosure.js';
import type { Disclosure } from '../../access/disclosure.js';
import type { JudgedCase } from '../../access/judged-case.js';
import { present } from '../../access/present.js';
import type { Presenter } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow } from '../../access/section.js';
import { ageAt } from '../../core/calendar.js';
import { CONTACT, GUARDIANS, IMPORTANT_PERSONS, SUBJECTS, YOUNG_PERSON_IDENTITY } from './person.repository.js';
import type { GuardianType, ImportantPersonType, YoungPersonType } from './person.type.js';
import type { SubjectType } from './subject.type.js';

export async function youngPerson(scope: ReadScope, view: JudgedCase): Promise<YoungPersonType> {
  const [identity, contact] = await Promise.all([
    scope.pieces(YOUNG_PERSON_IDENTITY, view.id),
    scope.pieces(CONTACT, view.id),
  ]);
  const pieces = [...identity, ...contact];
  const presenter: Presenter = {
    ...view.presenter,
    unseal: (row) => ({ ...view.presenter.unseal(row), ...age(row, scope.at) }),
  };
  return present(presenter, 'YoungPerson', {
    plain: { id: view.facts.youngPersonId },
    pieces,
  }) as unknown as YoungPersonType;
}

export async function guardians(scope: ReadScope, { presenter, id }: JudgedCase): Promise<GuardianType[]> {
  const rows = await scope.pieces(GUARDIANS, id);
  return rows.flatMap((piece) => {
    const guardian = present(presenter, 'Guardian', {
      piece,
      plain: { id: piece['personId'], custody: piece['custody'] ?? [] },
    });
    return guardian === null ? [] : [guardian as unknown as GuardianType];
  });
}

/** Everybody else whom information is about, as far as the viewer may see who they are. */
export async function subjects(scope: ReadScope, { presenter, id }: JudgedCase): Promise<SubjectType[]> {
  const rows = await scope.pieces(SUBJECTS, id);
  return rows.flatMap((piece) => {
    const plain = { id: piece['personId'], birthDate: piece['birthDate'], custody: piece['custody'] ?? [] };
    return (present(presenter, 'Subject', { piece, plain }) as unknown as SubjectType | null) ?? [];
  });
}

export async function importantPersons(
  scope: ReadScope,
  { presenter, id }: JudgedCase,
): Promise<ImportantPersonType[]> {
  const rows = await scope.pieces(IMPORTANT_PERSONS, id);
  return rows.flatMap(
    (piece) => (present(presenter, 'OtherImportantPerson', { piece }) as unknown as ImportantPersonType | null) ?? [],
  );
}

/** The name as far as it is shown, and what showing it anywhere discloses. */
export function shownName(person: Partial<Pick<YoungPersonType, 'givenName' | 'familyName'>> | undefined): {
  readonly name: string | null;
  readonly shown: readonly Disclosure[];
} {
  if (person === undefined) return { name: null, shown: [] };
  const parts = [person.givenName, person.familyName].filter((part) => typeof part === 'string');
  const shown = parts.length === 0 ? [] : ['givenName', 'familyName'].flatMap((field) => disclosuresOf(person, field));
  return { name: parts.join(' ') || null, shown };
}

/** Age follows from the birth date, so it is revealed with the identity and never without it. */
function age(row: PieceRow, at: number): { age?: number } {
  const birthDate = row['birthDate'];
  return typeof birthDate === 'string' ? { age: ageAt(birthDate, at) } : {};
}
