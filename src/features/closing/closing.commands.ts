import type { RunCommand } from '../../access/case-target.js';
import { endWork } from '../case/end-of-work.js';
import { cancelFrom } from '../meeting/meeting.commands.js';
import { addClosingEvaluation } from '../plan/evaluation.commands.js';
import type { CloseCaseInput } from './closing-input.type.js';

/** The work ends, is evaluated, and is followed up for a while; to what is planned behind that, nobody could come. */
export function closeCase(run: RunCommand, input: CloseCaseInput): Promise<{ readonly caseId: string }> {
  const { requestId, caseId: target, reason, followUpUntil, evaluation } = input;
  return run({ operation: 'closeCase', act: 'CLOSE', requestId, target, input }, async (scope) => {
    await endWork(scope, reason, followUpUntil);
    if (evaluation != null) await addClosingEvaluation(scope, evaluation);
    await cancelFrom(scope, followUpUntil);
    return { caseId: scope.caseId };
  });
}
