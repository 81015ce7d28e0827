import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { localDate } from '../../core/calendar.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import { requireDaysInOrder, requireNoOverlap } from '../../core/rules/custody-periods.js';
import { addCustody } from './guardianship-writer.repository.js';
import { PersonIdentity } from './person-identity.entity.js';
import { Person } from './person.entity.js';
import type { AddSubjectInput, SubjectGuardianInput } from './subject-input.type.js';

export type SubjectResult = { readonly caseId: string; readonly subjectId: string };
type Name = Readonly<Record<'givenName' | 'familyName', string>>;

/**
 * Somebody else whom information is about: from now on forms, custodies and pieces may name them. What is about several
 * opens only when the signers of every one of them say yes.
 */
export function addSubject(run: RunCommand, input: AddSubjectInput): Promise<SubjectResult> {
  const { requestId, caseId: target, birthDate } = input;
  return run({ operation: 'addSubject', act: 'RECORD_CUSTODY', requestId, target, input }, (scope) => {
    if (birthDate > localDate(scope.at)) throw new DomainError('BAD_USER_INPUT', 'birthDateAhead');
    const subjectId = addPerson(scope, 'OTHER_SUBJECT', birthDate);
    const { givenName, familyName } = input;
    nameOf(scope, subjectId, { givenName, familyName }, { subjectIds: [subjectId], heldBack: false });
    const custodies = input.guardians.map((guardian) => ({
      subjectId,
      guardianId: guardianOf(scope, subjectId, guardian),
      from: guardian.from ?? birthDate,
      until: guardian.until ?? null,
      ...{ preventedFrom: null, preventedUntil: null },
    }));
    for (const [index, custody] of custodies.entries()) {
      requireDaysInOrder(custody.from, custody.until);
      requireNoOverlap(custodies.slice(0, index), custody);
      addCustody(scope, custody);
    }
    scope.changed({ kind: 'CASE_CHANGED', ids: [scope.caseId] });
    scope.factsChange();
    return Promise.resolve({ caseId: scope.caseId, subjectId });
  });
}

/** One of the case, or a new one; who is nobody's guardian but this subject's is nothing for the young person's family. */
function guardianOf(
  scope: CommandScope,
  subjectId: PersonId,
  { personId, givenName, familyName }: SubjectGuardianInput,
): PersonId {
  const isNew = givenName != null && familyName != null;
  if (isNew === (personId != null)) throw new DomainError('BAD_USER_INPUT', 'guardianOneWay');
  if (isNew) {
    const id = addPerson(scope, 'GUARDIAN', null);
    nameOf(scope, id, { givenName, familyName }, { subjectIds: [subjectId], heldBack: true });
    return id;
  }
  const id = requireId<'Person'>(personId ?? '');
  const known = scope.facts.persons.some((person) => person.id === id && person.kind === 'GUARDIAN');
  if (!known) throw new DomainError('BAD_USER_INPUT', 'guardianUnknown');
  return id;
}

function addPerson(scope: CommandScope, kind: Person['kind'], birthDate: string | null): PersonId {
  const { em, caseId, at: recordedAt } = scope;
  const id = scope.newId() as PersonId;
  em.persist(em.create(Person, { id, caseId, kind, birthDate, recordedAt }));
  return id;
}

function nameOf(
  scope: CommandScope,
  personId: PersonId,
  name: Name,
  { subjectIds, heldBack }: { readonly subjectIds: readonly PersonId[]; readonly heldBack: boolean },
): void {
  const { em, facts } = scope;
  const piece = newPiece(scope, facts.coordinatorAgencyId, 'FAMILY', subjectIds);
  const sealed = (plain: string, column: string): Buffer =>
    scope.seal(requireText(plain), { table: 'person_identity', column, rowId: piece.id });
  em.persist(
    em.create(PersonIdentity, {
      ...{ ...piece, heldBack: heldBack || piece.heldBack },
      personId,
      givenNameSealed: sealed(name.givenName, 'given_name_sealed'),
      familyNameSealed: sealed(name.familyName, 'family_name_sealed'),
      personalIdentityNumberSealed: null,
      personalIdentityNumberHash: null,
    }),
  );
}
