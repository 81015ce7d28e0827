import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { NewPiece } from '../../access/piece-writing.js';
import { localDate } from '../../core/calendar.js';
import type { CustodyFact } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import { requireDaysInOrder, requireNoOverlap } from '../../core/rules/custody-periods.js';
import { addCustody } from './guardianship-writer.repository.js';
import { GUARDIAN, IDENTITY } from './identity.piece.js';
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
  return run({ operation: 'addSubject', act: 'RECORD_CUSTODY', requestId, target, input }, async (scope) => {
    if (birthDate > localDate(scope.at)) throw new DomainError('BAD_USER_INPUT', 'birthDateAhead');
    const subjectId = addPerson(scope, 'OTHER_SUBJECT', birthDate);
    const { givenName, familyName } = input;
    await scope.pieces.add(IDENTITY, pieceAbout(scope, subjectId), named(subjectId, { givenName, familyName }));
    const custodies: CustodyFact[] = [];
    for (const guardian of input.guardians) {
      custodies.push({
        subjectId,
        guardianId: await guardianOf(scope, subjectId, guardian),
        from: guardian.from ?? birthDate,
        until: guardian.until ?? null,
        ...{ preventedFrom: null, preventedUntil: null },
      });
    }
    for (const [index, custody] of custodies.entries()) {
      requireDaysInOrder(custody.from, custody.until);
      requireNoOverlap(custodies.slice(0, index), custody);
      addCustody(scope, custody);
    }
    scope.changed({ kind: 'CASE_CHANGED', ids: [scope.caseId] });
    scope.markFactsChanged();
    return { caseId: scope.caseId, subjectId };
  });
}

/** One of the case, or a new one; who is nobody's guardian but this subject's is nothing for the young person's family. */
async function guardianOf(
  scope: CommandScope,
  subjectId: PersonId,
  { personId, givenName, familyName }: SubjectGuardianInput,
): Promise<PersonId> {
  const isNew = givenName != null && familyName != null;
  if (isNew === (personId != null)) throw new DomainError('BAD_USER_INPUT', 'guardianOneWay');
  if (isNew) {
    const id = addPerson(scope, 'GUARDIAN', null);
    const piece = { ...pieceAbout(scope, subjectId), heldBack: true };
    await scope.pieces.add(GUARDIAN, piece, named(id, { givenName, familyName }));
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

function pieceAbout(scope: CommandScope, subjectId: PersonId): NewPiece {
  return newPiece(scope, scope.facts.coordinatorAgencyId, 'FAMILY', [subjectId]);
}

function named(personId: PersonId, { givenName, familyName }: Name): Name & { readonly personId: PersonId } {
  return { personId, givenName: requireText(givenName), familyName: requireText(familyName) };
}
