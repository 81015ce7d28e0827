import { createHash } from 'node:crypto';
import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { PersonId } from '../../core/ids.js';
import { consentPeriod } from '../../core/consent-evidence.js';
import { normalGrants } from '../../core/consent-form.js';
import { requireInformation } from '../../core/consent-request.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { requireSigner } from '../../core/rules/who-may-state.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { activateIfConsented } from '../case/case-status.js';
import { AnswerConsentRequestInput, AskForConsentInput } from './consent-request-input.type.js';
import { consentRequestById, REQUESTS_NEED } from './consent-request.queries.js';
import { requestToAnswer, saveConsentRequest } from './consent-request.repository.js';
import type { AskedForm } from './consent-request.repository.js';
import { ConsentRequestType } from './consent-request.type.js';
import { requireSubject } from './consent-subject.js';
import { grantsOfInput } from './grants-of-input.js';
import { official } from './registry-lookup.repository.js';
import { appendStatement } from './statement-writer.repository.js';

export const AskForConsent = caseMutation({
  name: 'askForConsent',
  description:
    'Asks the signers for a consent, each in their own sign-in: which information may go from whom to whom, for what, until when, with the information text; by the coordinator. It opens nothing by itself.',
  input: AskForConsentInput,
  type: ConsentRequestType,
  typename: 'ConsentRequest',
  closedBy: 'consentDetails',
  loads: REQUESTS_NEED,
  act: 'ASK_FOR_CONSENT',
  target: ({ caseId }) => caseId,
  work(scope, input) {
    const { facts, caseId, at } = scope;
    const { purpose, formVersion, until = null } = input;
    const subject = requireSubject(scope, input.subjectId ?? null);
    const grants = normalGrants(grantsOfInput(input.grants), facts.agencies);
    if (grants.length === 0) throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
    const information = requireInformation(input.information, { purpose, formVersion });
    const period = consentPeriod(facts.packs, at, { appliesFrom: null, until });
    const form: AskedForm = { purpose, grants, until: period.until, formVersion, information };
    const consentRequestId = saveConsentRequest(scope, subject.id, form);
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [consentRequestId] });
    return { caseId, consentRequestId };
  },
  answer: (loaded, { consentRequestId }, scope) => consentRequestById(loaded, scope, consentRequestId),
});

/**
 * A yes and a no are statements of the ledger like those of a paper form, by the signer alone: nobody else entered them. A
 * yes after a no, or after a withdrawal, renews; what lay in between stays closed.
 */
export const AnswerConsentRequest = caseMutation({
  name: 'answerConsentRequest',
  description:
    'Answers for oneself what the coordinator asks: yes, no, or that one wants to talk first; a later answer takes the place of an earlier one. By whoever has to sign.',
  input: AnswerConsentRequestInput,
  type: ConsentRequestType,
  typename: 'ConsentRequest',
  closedBy: 'consentDetails',
  loads: REQUESTS_NEED,
  act: 'ANSWER_CONSENT_REQUEST',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { caseId, at } = scope;
    const { answer } = input;
    if (answer === 'NONE') throw new DomainError('BAD_USER_INPUT', 'answerMissing');
    const { row, form } = await requestToAnswer(scope, requireId<string>(input.consentRequestId));
    const signerId = requireSigner(requireSubject(scope, row.subjectId), ownPerson(scope), at);
    if (form.until <= at) throw new DomainError('INVALID_STATE', 'requestOver');
    rewrite(row, { answers: [...row.answers, { signerId, answer, at }] });
    const told = [row.id];
    if (answer !== 'TALK_FIRST')
      told.push(await state(scope, input, row.askedById, form, { subjectId: row.subjectId, signerId }));
    scope.changed({ kind: 'CONSENT_CHANGED', ids: told });
    if (answer !== 'TALK_FIRST') {
      scope.markFactsChanged();
      await activateIfConsented(scope);
    }
    return { caseId, consentRequestId: row.id };
  },
  answer: (loaded, { consentRequestId }, scope) => consentRequestById(loaded, scope, consentRequestId),
});

/** The statement, with the fingerprint of the very text that the signer has read. @returns its id */
async function state(
  scope: CommandScope,
  { answer, language, reason = null }: AnswerConsentRequestInput,
  askedById: string,
  { purpose, grants, until, formVersion, information }: AskedForm,
  who: { readonly subjectId: PersonId; readonly signerId: PersonId },
): Promise<string> {
  const read = information.find((one) => one.language === language);
  if (read === undefined) throw new DomainError('BAD_USER_INPUT', 'languageNotShown');
  const documentHash = createHash('sha256').update(read.text).digest('hex');
  const { professionalId: informedById } = await official(scope, askedById);
  const decision = answer === 'YES' ? 'GRANTED' : 'REFUSED';
  return appendStatement(scope, 0, {
    statement: { ...who, decision, grants, appliesFrom: scope.at, until, dataPeriods: null },
    detail: { method: 'ELECTRONIC', formVersion, language, documentHash, informedById },
    texts: { purpose, witness: null, reason },
  });
}

function ownPerson({ viewer }: CommandScope): PersonId {
  if (!('personId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
  return viewer.personId;
}
