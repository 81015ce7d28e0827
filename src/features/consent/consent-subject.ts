import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { subjectOf } from '../../core/subject.js';
import type { Subject } from '../../core/subject.js';

/**
 * Whom a statement is about; the young person where nobody is named.
 *
 * @throws DomainError BAD_USER_INPUT for somebody who is not of the case, or about whom nobody consents.
 */
export function requireSubject({ facts }: CommandScope, subjectId: string | null): Subject {
  const id = subjectId === null ? facts.youngPersonId : requireId<'Person'>(subjectId);
  const known = facts.persons.some((person) => person.id === id);
  const subject = known ? subjectOf(facts, id) : null;
  if (subject === null) throw new DomainError('BAD_USER_INPUT', 'subjectUnknown');
  return subject;
}
