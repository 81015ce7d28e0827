import { rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import { requireId } from '../../core/ids.js';
import { formAtConfirmation, requireNotLapsed } from '../../core/pending-form.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { requireSecondPerson } from '../../core/rules/second-person.js';
import { startByConsent } from '../case/case-status.js';
import type { ConsentResult } from './consent.commands.js';
import type { AnswerConsentFormInput } from './consent-input.type.js';
import type { PendingConsent } from './pending-consent.entity.js';
import { waitingForm } from './pending-consent.repository.js';
import type { StoredForm } from './pending-form.js';
import { official } from './registry-lookup.repository.js';
import { appendStatement } from './statement-writer.repository.js';

/** The second person's yes: only now is the form in the ledger, recorded now and applying from now at the earliest. */
export function confirmConsent(run: RunCommand, input: AnswerConsentFormInput): Promise<ConsentResult> {
  return answer(run, 'confirmConsent', input, async (scope, row, form) => {
    const { signerIds, detail, purpose, witness, ...said } = formAtConfirmation(scope.facts, form, row, scope.at);
    const { subjectId, grants, appliesFrom, until, dataPeriods } = said;
    const by = { recordedById: row.enteredById, confirmedById: requireRoleTerm(scope.viewer) };
    const consentIds = signerIds.map((signerId, index) =>
      appendStatement(scope, index, {
        statement: { subjectId, signerId, decision: 'GRANTED', grants, appliesFrom, until, dataPeriods },
        detail,
        texts: { purpose, witness, reason: null },
        by,
      }),
    );
    settle(scope, row, 'CONFIRMED');
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [row.id, ...consentIds] });
    scope.markFactsChanged();
    await startByConsent(scope);
    return consentIds;
  });
}

/** The second person's no: the form is gone, and nothing of it has opened anything. */
export function rejectConsent(run: RunCommand, input: AnswerConsentFormInput): Promise<ConsentResult> {
  return answer(run, 'rejectConsent', input, (scope, row) => {
    requireNotLapsed(row, scope.at);
    settle(scope, row, 'REJECTED');
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [row.id] });
    return Promise.resolve([]);
  });
}

function answer(
  run: RunCommand,
  operation: 'confirmConsent' | 'rejectConsent',
  input: AnswerConsentFormInput,
  give: (scope: CommandScope, row: PendingConsent, form: StoredForm) => Promise<readonly string[]>,
): Promise<ConsentResult> {
  const { requestId, caseId: target } = input;
  return run({ operation, act: 'ANSWER_CONSENT_FORM', requestId, target, input }, async (scope) => {
    const { row, form } = await waitingForm(scope, requireId<string>(input.pendingConsentId));
    requireSecondPerson(scope.viewer, (await official(scope, row.enteredById)).professionalId);
    return { caseId: scope.caseId, consentIds: await give(scope, row, form) };
  });
}

function settle(scope: CommandScope, row: PendingConsent, state: 'CONFIRMED' | 'REJECTED'): void {
  const answeredById = requireRoleTerm(scope.viewer);
  rewrite(row, { state, contentSealed: null, answeredById, answeredAt: scope.at });
}
