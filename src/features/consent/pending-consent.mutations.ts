import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { requireId } from '../../core/ids.js';
import { formAtConfirmation, requireNotLapsed } from '../../core/pending-form.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { requireSecondPerson } from '../../core/rules/second-person.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { activateIfConsented } from '../case/case-status.js';
import { CaseType } from '../case/case.type.js';
import { presentCase } from '../case/case.queries.js';
import { AnswerConsentFormInput } from './consent-input.type.js';
import { ConsentType } from './consent.type.js';
import { consentsById, CONSENTS_NEED } from './consent.queries.js';
import type { PendingConsent } from './pending-consent.entity.js';
import { waitingForm } from './pending-consent.repository.js';
import { official } from './registry-lookup.repository.js';
import { appendStatement } from './statement-writer.repository.js';

/** Only now is the form in the ledger, recorded now and applying from now at the earliest. */
export const ConfirmConsent = caseMutation({
  name: 'confirmConsent',
  description:
    "Confirms a waiting form, by somebody else than who entered it: from now on it is a consent. None where the details are not the viewer's to see.",
  input: AnswerConsentFormInput,
  type: [ConsentType],
  typename: 'Consent',
  closedBy: 'consentDetails',
  loads: CONSENTS_NEED,
  act: 'ANSWER_CONSENT_FORM',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { viewer, facts, caseId, at } = scope;
    const { row, form } = await formOfSomebodyElse(scope, input);
    const { signerIds, detail, purpose, witness, ...said } = formAtConfirmation(facts, form, row, at);
    const { subjectId, grants, appliesFrom, until, dataPeriods } = said;
    const by = { recordedById: row.enteredById, confirmedById: requireRoleTerm(viewer) };
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
    await activateIfConsented(scope);
    return { caseId, consentIds };
  },
  answer: (loaded, { consentIds }, scope) => consentsById(loaded, scope, consentIds),
});

export const RejectConsent = caseMutation({
  name: 'rejectConsent',
  description: 'Rejects a waiting form, by somebody else than who entered it: it is gone and has opened nothing.',
  input: AnswerConsentFormInput,
  type: CaseType,
  typename: 'Case',
  act: 'ANSWER_CONSENT_FORM',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { row } = await formOfSomebodyElse(scope, input);
    requireNotLapsed(row, scope.at);
    settle(scope, row, 'REJECTED');
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [row.id] });
    return { caseId: scope.caseId };
  },
  answer: presentCase,
});

/** @throws DomainError as {@link waitingForm}, and FORBIDDEN for whoever entered it. */
async function formOfSomebodyElse(
  scope: CommandScope,
  { pendingConsentId }: AnswerConsentFormInput,
): ReturnType<typeof waitingForm> {
  const waiting = await waitingForm(scope, requireId<string>(pendingConsentId));
  requireSecondPerson(scope.viewer, (await official(scope, waiting.row.enteredById)).professionalId);
  return waiting;
}

function settle({ viewer, at }: CommandScope, row: PendingConsent, state: 'CONFIRMED' | 'REJECTED'): void {
  rewrite(row, { state, contentSealed: null, answeredById: requireRoleTerm(viewer), answeredAt: at });
}
