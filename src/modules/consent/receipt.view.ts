import { disclosing, disclosuresOf } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { getsReceipt } from '../../core/rules/who-gets-receipt.js';
import type { SigningKeys } from '../../database/keys.js';
import { signReceipt } from '../../receipt/sign-receipt.js';
import type { ReceiptStatement } from '../../receipt/statement.js';
import { municipalityOf } from '../agency/agency.view.js';
import { caseView } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { CASE_OF_CONSENT } from './consent.repository.js';
import type { ConsentType } from './consent.type.js';
import { consentsById } from './consent.view.js';
import type { ConsentReceiptType } from './receipt.type.js';

/** @throws DomainError NOT_FOUND, in the same words for a consent that there is not and for one that is not the viewer's. */
export async function consentReceipt(
  scope: ReadScope,
  keys: SigningKeys,
  consentId: string,
): Promise<ConsentReceiptType> {
  const id = requireId<string>(consentId);
  const [place] = await scope.query<{ caseId: string }>(CASE_OF_CONSENT, [id]);
  const view = place === undefined ? null : await caseView(scope, place.caseId);
  const [consent] = view === null ? [] : ((await consentsById(scope, view, [id])) ?? []);
  if (view === null || consent === undefined) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  if (!getsReceipt(scope.viewer, consent.signer.personId as never, view.decision)) {
    throw new DomainError('NOT_FOUND', 'nodeNotFound');
  }
  scope.recorder.touch(view.id);
  const { name } = await municipalityOf(scope);
  const document = await signReceipt(statementOf(view, consent, name, scope.at), keys);
  return disclosing({ consentId: id, document }, disclosuresOf(consent.signer, 'name'));
}

/** Neither reasons nor witnesses: a receipt says what was stated, not why. */
function statementOf(
  { shell, facts }: CaseView,
  consent: ConsentType,
  municipality: string,
  issuedAt: Instant,
): ReceiptStatement {
  const { id, sequence, decision, signer, subjectId, scope, purpose, dataPeriods, evidence } = consent;
  const subject = facts.persons.find((person) => person.id === subjectId);
  return {
    ...{ municipality, caseNumber: shell.number, consentId: id, sequence, decision, purpose },
    signer: { personId: signer.personId, role: signer.role, name: signer.name },
    subject: { personId: subjectId, role: subject?.kind ?? 'OTHER_SUBJECT' },
    grants: scope?.map(({ from, to, categories }) => ({ from: from.name, to: to.name, categories })) ?? null,
    appliesFrom: iso(consent.appliesFrom),
    until: consent.until === null ? null : iso(consent.until),
    dataPeriods:
      dataPeriods?.map(({ from, until }) => ({
        from: from === null ? null : iso(from),
        until: until === null ? null : iso(until),
      })) ?? null,
    evidence: {
      method: evidence?.method ?? '',
      formVersion: evidence?.formVersion ?? '',
      language: evidence?.language ?? '',
      informedBy: evidence?.informedBy?.name ?? null,
      documentHash: evidence?.documentHash ?? null,
    },
    recordedAt: iso(consent.recordedAt),
    issuedAt: iso(issuedAt),
  };
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
