import type { CommandScope } from '../../access/command-scope.js';
import type { LocalDate, PersonKind } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import { Person } from './person.entity.js';

/** @param birthDate `null` for a guardian only. */
export function addPerson(scope: CommandScope, kind: PersonKind, birthDate: LocalDate | null): PersonId {
  const { em, caseId, at: recordedAt } = scope;
  const id = scope.newId() as PersonId;
  em.persist(em.create(Person, { id, caseId, kind, birthDate, recordedAt }));
  return id;
}

/** @throws DomainError BAD_USER_INPUT for somebody who is not of the case, or of none of these kinds. */
export function requirePerson({ facts }: CommandScope, text: string, kinds: readonly PersonKind[]): PersonId {
  const id = requireId<'Person'>(text);
  const person = facts.persons.find((candidate) => candidate.id === id);
  if (person === undefined || !kinds.includes(person.kind)) throw new DomainError('BAD_USER_INPUT', 'personUnknown');
  return id;
}
