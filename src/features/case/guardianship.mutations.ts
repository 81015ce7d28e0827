import { newPiece } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import type { PersonId } from '../../core/ids.js';
import {
  custodyOn,
  requireDaysInOrder,
  requireFromToday,
  requireNoOverlap,
  requireNoYesBackdated,
} from '../../core/rules/custody-periods.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { custodyId } from '../person/custody-id.js';
import { addCustody, changeCustody } from '../person/custody-writer.js';
import { AddGuardianInput, CustodyInput, EndCustodyInput } from '../person/guardianship-input.type.js';
import { GUARDIAN } from '../person/identity.piece.js';
import { addPerson, requirePerson } from '../person/person-of-case.js';
import { tiePerson } from '../sign-in/tie-person.js';
import { CaseType } from './case.type.js';
import { presentCase } from './case.queries.js';

const LONGEST_NAME = 100;

/** Held by the coordinator's agency in category FAMILY. */
export const AddGuardian = caseMutation({
  name: 'addGuardian',
  description: 'Adds a guardian with custody of the young person; by the coordinator.',
  input: AddGuardianInput,
  type: CaseType,
  typename: 'Case',
  act: 'RECORD_CUSTODY',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { pieces, facts } = scope;
    const { from, until = null } = input;
    requireDaysInOrder(from, until);
    const guardianId = addPerson(scope, 'GUARDIAN', null);
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'FAMILY');
    const givenName = requireText(input.givenName, LONGEST_NAME);
    const familyName = requireText(input.familyName, LONGEST_NAME);
    await pieces.add(GUARDIAN, piece, { personId: guardianId, givenName, familyName });
    const custody = { subjectId: facts.youngPersonId, guardianId, from, until };
    addCustody(scope, { ...custody, preventedFrom: null, preventedUntil: null });
    if (input.personalIdentityNumber != null) await tiePerson(scope, guardianId, input.personalIdentityNumber);
    return changedFacts(scope, [guardianId]);
  },
  answer: presentCase,
});

/** From its first day the guardian signs and knows; what was open without that guardian's yes closes then. */
export const RecordCustody = caseMutation({
  name: 'recordCustody',
  description: 'Records a custody; by the coordinator.',
  input: CustodyInput,
  type: CaseType,
  typename: 'Case',
  act: 'RECORD_CUSTODY',
  target: ({ caseId }) => caseId,
  work(scope, input) {
    const { from, until = null } = input;
    const custody = { ...partiesOf(scope, input), from, until, preventedFrom: null, preventedUntil: null };
    requireDaysInOrder(from, until);
    requireNoOverlap(scope.facts.custody, custody);
    requireNoYesBackdated(scope.facts.ledger, custody, scope.at);
    addCustody(scope, custody);
    return changedFacts(scope, [custodyId(custody)]);
  },
  answer: presentCase,
});

/** Time alone never opens: what the guardian had kept closed waits for a new statement of those who are left. */
export const EndCustody = caseMutation({
  name: 'endCustody',
  description: 'Records when a custody ends; by the coordinator.',
  input: EndCustodyInput,
  type: CaseType,
  typename: 'Case',
  act: 'RECORD_CUSTODY',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { until } = input;
    const { subjectId, guardianId } = partiesOf(scope, input);
    const custody = scope.facts.custody.findLast(
      (fact) =>
        fact.subjectId === subjectId &&
        fact.guardianId === guardianId &&
        fact.from < until &&
        (fact.until === null || until <= fact.until),
    );
    if (custody === undefined) throw new DomainError('INVALID_STATE', 'noCustody');
    requireFromToday(until, scope.at);
    await changeCustody(scope, custody, { validUntil: until });
    return changedFacts(scope, [custodyId(custody)]);
  },
  answer: presentCase,
});

/**
 * FB 6:13: recorded by somebody and never assumed; it is an act, so it may open what the other guardian has granted.
 */
export const RecordPrevention = caseMutation({
  name: 'recordPrevention',
  description: 'Records that a custodian is prevented from signing between two days (FB 6:13); by the coordinator.',
  input: CustodyInput,
  type: CaseType,
  typename: 'Case',
  act: 'RECORD_CUSTODY',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { from, until = null } = input;
    const { subjectId, guardianId } = partiesOf(scope, input);
    requireDaysInOrder(from, until);
    const custody = custodyOn(scope.facts.custody, subjectId, guardianId, from);
    requireFromToday(from, scope.at);
    await changeCustody(scope, custody, { preventedFrom: from, preventedUntil: until });
    return changedFacts(scope, [custodyId(custody)]);
  },
  answer: presentCase,
});

function partiesOf(
  scope: CommandScope,
  { subjectId, guardianId }: Pick<CustodyInput, 'subjectId' | 'guardianId'>,
): { subjectId: PersonId; guardianId: PersonId } {
  return {
    subjectId: requirePerson(scope, subjectId ?? scope.facts.youngPersonId, ['YOUNG_PERSON', 'OTHER_SUBJECT']),
    guardianId: requirePerson(scope, guardianId, ['GUARDIAN']),
  };
}

/** @param ids of what is shown of it; what opens and closes by it is judged anyhow */
function changedFacts(scope: CommandScope, ids: readonly string[]): { caseId: string } {
  scope.changed({ kind: 'CASE_CHANGED', ids });
  scope.markFactsChanged();
  return { caseId: scope.caseId };
}
