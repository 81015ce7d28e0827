import type { CaseQuery, PreparedQuery } from '../../access/prepared-query.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';

/** How a statement of the ledger was given. */
export interface ConsentRow {
  readonly id: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly subjectId: PersonId;
  readonly purpose: Buffer;
  readonly method: string;
  readonly formVersion: string;
  readonly language: string;
  readonly documentHash: string | null;
  readonly informedById: RoleTermId | null;
  readonly recordedById: RoleTermId | null;
  readonly confirmedById: RoleTermId | null;
}

const SELECT = `select s.id, s.case_id as "caseId", s.sequence, s.subject_id as "subjectId", d.purpose_sealed as "purpose", d.method, d.form_version as "formVersion",
      d.language, d.recorded_by_id as "recordedById", d.confirmed_by_id as "confirmedById", d.document_hash as "documentHash",
      (select t.id from sig.role_term t where t.professional_id = d.informed_by_id order by t.valid_from desc, t.id limit 1) as "informedById"
    from sig.consent_statement s join sig.consent_detail d on d.statement_id = s.id`;

/** Row-level security leaves these rows to those who speak for their subject, and the coordinator. */
export const CONSENTS: CaseQuery<ConsentRow> = {
  name: 'consents',
  text: `${SELECT} where s.case_id = any($1::uuid[]) order by s.sequence`,
};

/** Row-level security leaves it to those who speak for its subject, and the coordinator. */
export const CASE_OF_CONSENT: PreparedQuery = {
  name: 'case_of_consent',
  text: 'select s.case_id as "caseId" from sig.consent_statement s where s.id = $1',
};
