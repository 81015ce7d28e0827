import { DomainError } from '../../core/errors.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { ProtectionInput } from '../person/guardianship-input.type.js';
import { requirePerson } from '../person/person-of-case.js';
import { replaceProtection, requireRoles } from '../person/protection-writer.js';
import { CaseType } from './case.type.js';
import { presentCase } from './case.queries.js';

/** Takes the place of the protection that is in force, or ends it; never of one that is over. */
export const ProtectPerson = caseMutation({
  name: 'protectPerson',
  description: 'Protects the whereabouts of a person from now on, or ends the protection; by the coordinator.',
  input: ProtectionInput,
  type: CaseType,
  typename: 'Case',
  act: 'RECORD_PROTECTION',
  target: ({ caseId }) => caseId,
  async work(scope, { personId: named, level, handlerIds }) {
    const { caseId } = scope;
    // Left out by mistake, it would end a colleague's protection.
    if (level === undefined) throw new DomainError('BAD_USER_INPUT', 'levelMissing');
    const personId = requirePerson(scope, named, ['YOUNG_PERSON', 'GUARDIAN', 'OTHER_SUBJECT']);
    const handlers = await requireRoles(scope, handlerIds ?? []);
    await replaceProtection(scope, personId, level === null ? null : { level, handlerIds: handlers });
    // Nothing shows it but what opens and closes by it.
    scope.changed({ kind: 'CASE_CHANGED', ids: [] });
    scope.markFactsChanged();
    return { caseId };
  },
  answer: presentCase,
});
