import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import { requireText } from '../../core/free-text.js';
import type { PersonId } from '../../core/ids.js';
import { requireDaysInOrder } from '../../core/rules/custody-periods.js';
import type { AddGuardianInput } from './guardianship-input.type.js';
import { addCustody } from './guardianship-writer.repository.js';
import type { CaseResult } from './guardianship.commands.js';
import { GUARDIAN } from './identity.piece.js';
import { Person } from './person.entity.js';

const LONGEST_NAME = 100;

/** A guardian with custody of the young person, held by the coordinator's agency in category FAMILY. */
export function addGuardian(run: RunCommand, input: AddGuardianInput): Promise<CaseResult> {
  const { requestId, caseId: target, from, until = null } = input;
  return run({ operation: 'addGuardian', act: 'RECORD_CUSTODY', requestId, target, input }, async (scope) => {
    const { em, pieces, caseId, facts, at: recordedAt } = scope;
    requireDaysInOrder(from, until);
    const guardianId = scope.newId() as PersonId;
    em.persist(em.create(Person, { id: guardianId, caseId, kind: 'GUARDIAN', birthDate: null, recordedAt }));
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'FAMILY');
    const givenName = requireText(input.givenName, LONGEST_NAME);
    const familyName = requireText(input.familyName, LONGEST_NAME);
    await pieces.add(GUARDIAN, piece, { personId: guardianId, givenName, familyName });
    const custody = { subjectId: facts.youngPersonId, guardianId, from, until };
    addCustody(scope, { ...custody, preventedFrom: null, preventedUntil: null });
    scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
    scope.markFactsChanged();
    return { caseId };
  });
}
