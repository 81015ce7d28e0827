import { caseMutation } from '../../graphql/case-mutation.js';
import { RequestConsentInput } from './case-input.type.js';
import { transitionCase } from './case-status.js';
import { CaseType } from './case.type.js';
import { presentCase } from './case.queries.js';

/** The introductory talk was held: now the family is asked. A first form that is recorded says the same. */
export const RequestConsent = caseMutation({
  name: 'requestConsent',
  description: 'An accepted case waits for the consent of the family from now on; by the coordinator.',
  input: RequestConsentInput,
  type: CaseType,
  typename: 'Case',
  act: 'REQUEST_CONSENT',
  target: ({ caseId }) => caseId,
  async work(scope) {
    await transitionCase(scope, 'CONSENT_PENDING');
    return { caseId: scope.caseId };
  },
  answer: presentCase,
});
