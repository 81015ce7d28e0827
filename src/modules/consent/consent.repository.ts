import type { Statement } from '../../access/section.js';

/** Row-level security leaves these rows to the signers and the coordinator. */
export const CONSENTS: Statement = {
  name: 'consents',
  text: `select s.id, s.case_id as "caseId", s.sequence, d.purpose_sealed as "purpose", d.method, d.form_version as "formVersion",
      d.language, d.recorded_by_id as "recordedById", d.confirmed_by_id as "confirmedById", d.document_hash as "documentHash",
      (select t.id from sig.role_term t where t.professional_id = d.informed_by_id order by t.valid_from desc, t.id limit 1) as "informedById"
    from sig.consent_statement s join sig.consent_detail d on d.statement_id = s.id
    where s.case_id = any($1::uuid[]) order by s.sequence`,
};

/** Row-level security leaves it to signers and coordinator. */
export const CASE_OF_CONSENT: Statement = {
  name: 'case_of_consent',
  text: 'select s.case_id as "caseId" from sig.consent_statement s where s.id = $1',
};
