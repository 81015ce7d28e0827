import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { PersonFact, StatementDecision } from '../../core/case-facts.js';
import { formPeriod, requireEvidence } from '../../core/consent-evidence.js';
import { expandForm } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import type { Period } from '../../core/period.js';
import { needsSecondPerson } from '../../core/rules/second-person.js';
import { requireOwnForm } from '../../core/rules/who-may-enter.js';
import { requireVoice } from '../../core/rules/who-may-state.js';
import { subjectOf } from '../../core/subject.js';
import type { Subject } from '../../core/subject.js';
import { startByConsent } from '../case/case-status.js';
import type { PeriodInput, RecordConsentInput } from './consent-input.type.js';
import { grantsOfInput } from './grants-of-input.js';
import { keepForm } from './pending-consent.repository.js';
import { official } from './registry-lookup.repository.js';
import { appendStatement } from './statement-writer.repository.js';

export type ConsentResult = { readonly caseId: string; readonly consentIds: readonly string[] };

/**
 * One form: every signer becomes a row of the ledger, in the order of the form. Where the municipality asks for a second
 * person, every yes waits for one, and only a no is in the ledger at once.
 */
export function recordConsent(run: RunCommand, input: RecordConsentInput): Promise<ConsentResult> {
  const request = {
    operation: 'recordConsent',
    act: 'RECORD_CONSENT',
    requestId: input.requestId,
    target: input.caseId,
    input,
  } as const;
  return run(request, async (scope) => {
    const informedBy = await official(scope, input.evidence.informedById);
    requireOwnForm(scope.viewer, informedBy.professionalId);
    const { witnessId, method, formVersion, language, documentHash } = input.evidence;
    const witness = witnessId == null ? null : (await official(scope, witnessId)).name;
    const evidence = { method, formVersion, language, documentHash: documentHash?.toLowerCase() ?? null };
    requireEvidence({ ...evidence, purpose: input.purpose, hasWitness: witness !== null });

    const subject = requireSubject(scope, input.subjectId ?? null);
    const signers = signersOf(scope, subject, input);
    const grants = expandForm(formCells(input), scope.facts.agencies);
    if (grants === null && signers.some(({ decision }) => decision === 'GRANTED')) {
      throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
    }
    const period = formPeriod(scope.at, input.appliesFrom ?? null, input.until ?? null);
    const dataPeriods = periods(input.dataPeriods);
    const detail = { ...evidence, informedById: informedBy.professionalId };
    const waits = needsSecondPerson(scope.facts.packs, scope.at);
    const written = waits ? signers.filter(({ decision }) => decision !== 'GRANTED') : signers;
    const consentIds = written.map(({ personId, decision }, index) =>
      appendStatement(scope, index, {
        statement: {
          subjectId: subject.id,
          signerId: personId,
          decision,
          grants,
          ...period,
          dataPeriods,
        },
        detail,
        texts: { purpose: input.purpose, witness, reason: null },
      }),
    );
    const changedIds = [...consentIds];
    if (grants !== null && written.length < signers.length) {
      const signerIds = signers.filter((signer) => !written.includes(signer)).map(({ personId }) => personId);
      const asked = { appliesFrom: input.appliesFrom ?? null, until: period.until, dataPeriods };
      const shown = { purpose: input.purpose, witness, informerId: informedBy.id };
      changedIds.push(keepForm(scope, { subjectId: subject.id, signerIds, grants, ...asked, detail, ...shown }));
    }
    scope.changed({ kind: 'CONSENT_CHANGED', ids: changedIds });
    scope.markFactsChanged();
    await startByConsent(scope);
    return { caseId: scope.caseId, consentIds };
  });
}

/** @throws DomainError BAD_USER_INPUT for somebody who is not of the case, or about whom nobody consents. */
export function requireSubject(scope: CommandScope, subjectId: string | null): Subject {
  const id = subjectId === null ? scope.facts.youngPersonId : requireId<'Person'>(subjectId);
  const person: PersonFact | undefined = scope.facts.persons.find((candidate) => candidate.id === id);
  const subject = person === undefined ? null : subjectOf(scope.facts, id);
  if (subject === null) throw new DomainError('BAD_USER_INPUT', 'subjectUnknown');
  return subject;
}

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
    return { personId: requireVoice(subject, requireId(personId), scope.at), decision: decision as StatementDecision };
  });
  const distinct = new Set(named.map(({ personId }) => personId));
  if (named.length === 0 || distinct.size < named.length) throw new DomainError('BAD_USER_INPUT', 'signersOnceEach');
  return named;
}

function periods(input: readonly PeriodInput[] | null | undefined): readonly Period[] | null {
  if (input == null) return null;
  return input.map(({ from = null, until = null }) => {
    if (from !== null && until !== null && until <= from) throw new DomainError('BAD_USER_INPUT', 'periodEmpty');
    return { from, until };
  });
}
