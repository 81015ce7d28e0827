import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { CaseId, PersonId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { getsReceipt } from '../../core/rules/who-gets-receipt.js';
import type { SigningKeys } from '../../crypto/keys.js';
import { signReceipt } from '../../receipt/sign-receipt.js';
import type { ReceiptStatement } from '../../receipt/statement.js';
import { CASE_OF_CONSENT } from './consent.repository.js';
import { consentsById } from './consent.queries.js';
import type { ShownConsent } from './consent.queries.js';

/**
 * @throws DomainError NOT_FOUND, in the same words for a consent that there is not and for one that is not the
 * viewer's.
 */
export async function consentReceipt(
  scope: ReadScope,
  needs: Needs,
  keys: SigningKeys,
  consentId: string,
): Promise<Shown> {
  const id = requireId<string>(consentId);
  const [place] = await scope.query<{ caseId: CaseId }>(CASE_OF_CONSENT, [id]);
  const loaded = place === undefined ? null : await scope.load(place.caseId, needs);
  const [consent] = loaded === null ? [] : (consentsById(loaded, scope, [id]) ?? []);
  if (loaded === null || consent === undefined) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  const signerId = consent.signer.value('personId') as PersonId;
  const subjectId = requireId<'Person'>(consent.subjectId);
  if (!getsReceipt(scope.viewer, { signerId, subjectId }, loaded.decision)) {
    throw new DomainError('NOT_FOUND', 'nodeNotFound');
  }
  scope.log.recordCase(loaded.id);
  const { name } = scope.registers.municipality(scope.at);
  const document = await signReceipt(statementOf(loaded, consent, name, scope.at), keys);
  const discloses = consent.signer.entriesOf('name');
  return loaded.show('ConsentReceipt', { values: { consentId: id, document }, discloses });
}

/** Neither reasons nor witnesses: a receipt says what was stated, not why. */
function statementOf(
  { shell, facts }: LoadedCase,
  consent: ShownConsent,
  municipality: string,
  issuedAt: Instant,
): ReceiptStatement {
  const { id, sequence, decision, signer, subjectId, scope, purpose, dataPeriods, evidence } = consent;
  const subject = facts.persons.find((person) => person.id === subjectId);
  return {
    ...{ municipality, caseNumber: shell.number, consentId: id, sequence, decision, purpose },
    signer: signerOf(signer),
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

function signerOf(signer: Shown): ReceiptStatement['signer'] {
  const [personId, role, name] = ['personId', 'role', 'name'].map((field) => signer.value(field));
  return { personId: personId as string, role: role as string, name: name as string | null };
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
