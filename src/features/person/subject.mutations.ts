import { newPiece } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { NewPiece } from '../../access/piece-writing.js';
import { withId } from '../../access/shown.js';
import { localDate } from '../../core/calendar.js';
import type { CustodyFact } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import { requireDaysInOrder, requireNoOverlap } from '../../core/rules/custody-periods.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { custodyId } from './custody-id.js';
import { addCustody } from './custody-writer.js';
import { GUARDIAN, IDENTITY } from './identity.piece.js';
import { addPerson } from './person-of-case.js';
import { subjects } from './person.queries.js';
import { AddSubjectInput } from './subject-input.type.js';
import type { SubjectGuardianInput } from './subject-input.type.js';
import { SubjectType } from './subject.type.js';

/**
 * Somebody else whom information is about: from now on forms, custodies and pieces may name them. What is about several
 * opens only when the signers of every one of them say yes.
 */
export const AddSubject = caseMutation({
  name: 'addSubject',
  description:
    'Adds somebody else whom information is about, such as a sibling or a friend, with their own signers; by the coordinator.',
  input: AddSubjectInput,
  type: SubjectType,
  typename: 'Subject',
  act: 'RECORD_CUSTODY',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { caseId, pieces, at } = scope;
    const { birthDate } = input;
    if (birthDate > localDate(at)) throw new DomainError('BAD_USER_INPUT', 'birthDateAhead');
    const subjectId = addPerson(scope, 'OTHER_SUBJECT', birthDate);
    await pieces.add(IDENTITY, pieceAbout(scope, subjectId), named(subjectId, input));
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
    scope.changed({ kind: 'CASE_CHANGED', ids: [subjectId, ...custodies.map(custodyId)] });
    scope.markFactsChanged();
    return { caseId, subjectId };
  },
  answer: (loaded, { subjectId }) => withId(subjects(loaded), subjectId),
});

/**
 * One of the case, or a new one; who is nobody's guardian but this subject's is nothing for the young person's family.
 */
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

function pieceAbout(scope: CommandScope, subjectId: PersonId): NewPiece {
  return newPiece(scope, scope.facts.coordinatorAgencyId, 'FAMILY', [subjectId]);
}

type Name = Readonly<Record<'givenName' | 'familyName', string>>;

function named(personId: PersonId, { givenName, familyName }: Name): Name & { readonly personId: PersonId } {
  return { personId, givenName: requireText(givenName), familyName: requireText(familyName) };
}
