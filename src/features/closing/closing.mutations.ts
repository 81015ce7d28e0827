import { caseMutation } from '../../graphql/case-mutation.js';
import { CaseType } from '../case/case.type.js';
import { presentCase } from '../case/case.queries.js';
import { endWork } from '../case/end-of-work.js';
import { cancelFrom } from '../meeting/planned-meeting.js';
import { addClosingEvaluation } from '../plan/closing-evaluation.js';
import { CloseCaseInput } from './closing-input.type.js';

/** The work ends, is evaluated, and is followed up for a while; to what is planned behind that, nobody could come. */
export const CloseCase = caseMutation({
  name: 'closeCase',
  description:
    'Closes a case; for the coordinator. Meetings that are planned behind the follow-up are cancelled; within it, follow-up meetings go on while the consent stands.',
  input: CloseCaseInput,
  type: CaseType,
  typename: 'Case',
  act: 'CLOSE',
  target: ({ caseId }) => caseId,
  async work(scope, { reason, followUpUntil, evaluation }) {
    await endWork(scope, reason, followUpUntil);
    if (evaluation != null) await addClosingEvaluation(scope, evaluation);
    await cancelFrom(scope, followUpUntil);
    return { caseId: scope.caseId };
  },
  answer: presentCase,
});
