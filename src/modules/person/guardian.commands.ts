import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { requireText } from '../../core/free-text.js';
import type { PersonId } from '../../core/ids.js';
import { requireDaysInOrder } from '../../core/rules/custody-periods.js';
import type { AddGuardianInput } from './guardianship-input.type.js';
import { addCustody } from './guardianship-writer.repository.js';
import type { CaseResult } from './guardianship.commands.js';
import { PersonIdentity } from './person-identity.entity.js';
import { Person } from './person.entity.js';

const LONGEST_NAME = 100;

/** A guardian with custody of the young person, held by the coordinator's agency in category FAMILY. */
export function addGuardian(run: RunCommand, input: AddGuardianInput): Promise<CaseResult> {
  const { requestId, caseId: target, from, until = null } = input;
  return run({ operation: 'addGuardian', act: 'RECORD_CUSTODY', requestId, target, input }, (scope) => {
    const { em, caseId, facts, at: recordedAt } = scope;
    requireDaysInOrder(from, until);
    const guardianId = scope.newId() as PersonId;
    em.persist(em.create(Person, { id: guardianId, caseId, kind: 'GUARDIAN', birthDate: null, recordedAt }));
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'FAMILY');
    const sealed = (plain: string, column: string): Buffer =>
      scope.seal(requireText(plain, LONGEST_NAME), { table: 'person_identity', column, rowId: piece.id });
    const names = {
      givenNameSealed: sealed(input.givenName, 'given_name_sealed'),
      familyNameSealed: sealed(input.familyName, 'family_name_sealed'),
    };
    const number = { personalIdentityNumberSealed: null, personalIdentityNumberHash: null };
    em.persist(em.create(PersonIdentity, { ...piece, personId: guardianId, ...names, ...number }));
    const custody = { subjectId: facts.youngPersonId, guardianId, from, until };
    addCustody(scope, { ...custody, preventedFrom: null, preventedUntil: null });
    scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
    scope.factsChange();
    return Promise.resolve({ caseId });
  });
}
