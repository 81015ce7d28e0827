import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { PersonKind } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import {
  custodyOn,
  requireDaysInOrder,
  requireFromToday,
  requireNoOverlap,
  requireNoYesBackdated,
} from '../../core/rules/custody-periods.js';
import type { CustodyInput, EndCustodyInput, ProtectionInput } from './guardianship-input.type.js';
import { addCustody, changeCustody, replaceProtection, requireRoles } from './guardianship-writer.repository.js';

export type CaseResult = { readonly caseId: string };

/** From its first day the guardian signs and knows; what was open without that guardian's yes closes then. */
export function recordCustody(run: RunCommand, input: CustodyInput): Promise<CaseResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'recordCustody', act: 'RECORD_CUSTODY', requestId, target, input }, (scope) => {
    const { subjectId, guardianId } = parties(scope, input);
    const { from, until = null } = input;
    requireDaysInOrder(from, until);
    const custody = { subjectId, guardianId, from, until, preventedFrom: null, preventedUntil: null };
    requireNoOverlap(scope.facts.custody, custody);
    requireNoYesBackdated(scope.facts.ledger, custody, scope.at);
    addCustody(scope, custody);
    return Promise.resolve(changedFacts(scope));
  });
}

/** Time alone never opens: what the guardian had kept closed waits for a new statement of those who are left. */
export function endCustody(run: RunCommand, input: EndCustodyInput): Promise<CaseResult> {
  const { requestId, caseId: target, until } = input;
  return run({ operation: 'endCustody', act: 'RECORD_CUSTODY', requestId, target, input }, async (scope) => {
    const { subjectId, guardianId } = parties(scope, input);
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
    return changedFacts(scope);
  });
}

/** FB 6:13: recorded by somebody and never assumed; it is an act, so it may open what the other guardian has granted. */
export function recordPrevention(run: RunCommand, input: CustodyInput): Promise<CaseResult> {
  const { requestId, caseId: target, from, until = null } = input;
  return run({ operation: 'recordPrevention', act: 'RECORD_CUSTODY', requestId, target, input }, async (scope) => {
    const { subjectId, guardianId } = parties(scope, input);
    requireDaysInOrder(from, until);
    const custody = custodyOn(scope.facts.custody, subjectId, guardianId, from);
    requireFromToday(from, scope.at);
    await changeCustody(scope, custody, { preventedFrom: from, preventedUntil: until });
    return changedFacts(scope);
  });
}

/** Takes the place of the protection that is in force, or ends it; never of one that is over. */
export function protectPerson(run: RunCommand, input: ProtectionInput): Promise<CaseResult> {
  const { requestId, caseId: target, level, handlerIds } = input;
  return run({ operation: 'protectPerson', act: 'RECORD_PROTECTION', requestId, target, input }, async (scope) => {
    const personId = requirePerson(scope, input.personId, ['YOUNG_PERSON', 'GUARDIAN', 'OTHER_SUBJECT']);
    const handlers = await requireRoles(scope, handlerIds ?? []);
    await replaceProtection(scope, personId, level == null ? null : { level, handlerIds: handlers });
    return changedFacts(scope);
  });
}

function parties(
  scope: CommandScope,
  { subjectId, guardianId }: { readonly subjectId?: string | null; readonly guardianId: string },
): { subjectId: PersonId; guardianId: PersonId } {
  return {
    subjectId: requirePerson(scope, subjectId ?? scope.facts.youngPersonId, ['YOUNG_PERSON', 'OTHER_SUBJECT']),
    guardianId: requirePerson(scope, guardianId, ['GUARDIAN']),
  };
}

function requirePerson({ facts }: CommandScope, text: string, kinds: readonly PersonKind[]): PersonId {
  const id = requireId<'Person'>(text);
  const person = facts.persons.find((candidate) => candidate.id === id);
  if (person === undefined || !kinds.includes(person.kind)) throw new DomainError('BAD_USER_INPUT', 'personUnknown');
  return id;
}

function changedFacts(scope: CommandScope): CaseResult {
  scope.changed({ kind: 'CASE_CHANGED', ids: [scope.caseId] });
  scope.markFactsChanged();
  return { caseId: scope.caseId };
}
