import type { CommandScope } from '../../access/command-scope.js';
import type { StatementDecision } from '../../core/case-facts.js';
import { consentPeriod, requireEvidence } from '../../core/consent-evidence.js';
import { expandForm } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import type { Period } from '../../core/period.js';
import { needsSecondPerson } from '../../core/rules/second-person.js';
import { requireOwnForm } from '../../core/rules/who-may-enter.js';
import { requireSigner } from '../../core/rules/who-may-state.js';
import type { Subject } from '../../core/subject.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { activateIfConsented } from '../case/case-status.js';
import { RecordConsentInput } from './consent-input.type.js';
import type { PeriodInput } from './consent-input.type.js';
import { requireSubject } from './consent-subject.js';
import { ConsentType } from './consent.type.js';
import { consentsById, CONSENTS_NEED } from './consent.queries.js';
import { grantsOfInput } from './grants-of-input.js';
import { savePendingConsent } from './pending-consent.repository.js';
import { official } from './registry-lookup.repository.js';
import { appendStatement } from './statement-writer.repository.js';

/**
 * Every signer of the form becomes a row of the ledger, in the order of the form. Where the municipality asks for a
 * second person, every yes waits for one, and only a no is in the ledger at once.
 */
export const RecordConsent = caseMutation({
  name: 'recordConsent',
  description:
    "Records one form: all its signers and cells, together or not at all. Where the local rules ask for a second person, only a no is recorded at once; the form waits in `Case.pendingConsents`. None where the details are not the viewer's to see.",
  input: RecordConsentInput,
  type: [ConsentType],
  typename: 'Consent',
  closedBy: 'consentDetails',
  loads: CONSENTS_NEED,
  act: 'RECORD_CONSENT',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { viewer, facts, caseId, at } = scope;
    const { witnessId, method, formVersion, language, documentHash, informedById } = input.evidence;
    const informedBy = await official(scope, informedById);
    requireOwnForm(viewer, informedBy.professionalId);
    const witness = witnessId == null ? null : (await official(scope, witnessId)).name;
    const evidence = { method, formVersion, language, documentHash: documentHash?.toLowerCase() ?? null };
    requireEvidence({ ...evidence, purpose: input.purpose, hasWitness: witness !== null });

    const subject = requireSubject(scope, input.subjectId ?? null);
    const signers = signersOf(scope, subject, input);
    const grants = expandForm(formCells(input), facts.agencies);
    if (grants === null && signers.some(({ decision }) => decision === 'GRANTED')) {
      throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
    }
    const { appliesFrom = null, until = null } = input;
    const period = consentPeriod(facts.packs, at, { appliesFrom, until });
    const dataPeriods = periodsOf(input.dataPeriods);
    const detail = { ...evidence, informedById: informedBy.professionalId };
    const waits = needsSecondPerson(facts.packs, at);
    const written = waits ? signers.filter(({ decision }) => decision !== 'GRANTED') : signers;
    const consentIds = written.map(({ personId, decision }, index) =>
      appendStatement(scope, index, {
        statement: { subjectId: subject.id, signerId: personId, decision, grants, ...period, dataPeriods },
        detail,
        texts: { purpose: input.purpose, witness, reason: null },
      }),
    );
    const changedIds = [...consentIds];
    if (grants !== null && written.length < signers.length) {
      const signerIds = signers.filter((signer) => !written.includes(signer)).map(({ personId }) => personId);
      const asked = { appliesFrom, until: period.until, dataPeriods };
      const shown = { purpose: input.purpose, witness, informerId: informedBy.id };
      changedIds.push(
        savePendingConsent(scope, { subjectId: subject.id, signerIds, grants, ...asked, detail, ...shown }),
      );
    }
    scope.changed({ kind: 'CONSENT_CHANGED', ids: changedIds });
    scope.markFactsChanged();
    await activateIfConsented(scope);
    return { caseId, consentIds };
  },
  answer: (loaded, { consentIds }, scope) => consentsById(loaded, scope, consentIds),
});

function formCells({ talkOpenly, categories, grants, except }: RecordConsentInput): Parameters<typeof expandForm>[0] {
  return {
    talkOpenly: talkOpenly?.map((id) => requireId(id)) ?? null,
    categories: categories ?? null,
    grants: grants == null ? null : grantsOfInput(grants),
    except: except == null ? null : grantsOfInput(except),
  };
}

function signersOf(
  scope: CommandScope,
  subject: Subject,
  { signers }: RecordConsentInput,
): { personId: PersonId; decision: StatementDecision }[] {
  const named = signers.map(({ personId, decision }) => {
    if (decision === 'WITHDRAWN') throw new DomainError('BAD_USER_INPUT', 'withdrawOtherwise');
    return { personId: requireSigner(subject, requireId(personId), scope.at), decision: decision as StatementDecision };
  });
  const distinct = new Set(named.map(({ personId }) => personId));
  if (named.length === 0 || distinct.size < named.length) throw new DomainError('BAD_USER_INPUT', 'signersOnceEach');
  return named;
}

function periodsOf(input: readonly PeriodInput[] | null | undefined): readonly Period[] | null {
  if (input == null) return null;
  return input.map(({ from = null, until = null }) => {
    if (from !== null && until !== null && until <= from) throw new DomainError('BAD_USER_INPUT', 'periodEmpty');
    return { from, until };
  });
}
