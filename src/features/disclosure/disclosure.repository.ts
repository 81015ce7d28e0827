import type { CaseQuery, PreparedQuery } from '../../access/prepared-query.js';
import type { DecidedRow } from './disclosure-row.js';

const COLUMNS = `d.id, d.case_id as "caseId", d.holder_id as "holderId", d.recipient_id as "recipientId", d.ground, d.categories,
    d.decided_at as "decidedAt", least(d.until, d.ended_at) as until, d.told_from as "toldFrom", d.kept_from_ids as "keptFromIds",
    d.wrapped_key as "wrappedKey", d.about_sealed as about`;

/**
 * Of these cases, newest first; row-level security leaves those of the own agency, and to the family what it is told.
 */
export const DISCLOSURES: CaseQuery<DecidedRow> = {
  name: 'disclosures',
  text: `select ${COLUMNS}, d.decided_by_id as "decidedById", d.ended_at as "endedAt",
      r.reasons_sealed as reasons, r.delay_reason_sealed as "delayReason"
    from sig.statutory_disclosure d left join sig.disclosure_reason r on r.disclosure_id = d.id
    where d.case_id = any($1::uuid[]) order by d.decided_at desc, d.id`,
};

export const RECEIVED_DISCLOSURES: PreparedQuery = {
  name: 'received_disclosures',
  text: `select ${COLUMNS} from sig.statutory_disclosure d where d.recipient_id = $1`,
};

export const DISCLOSED_COPIES: PreparedQuery = {
  name: 'disclosed_copies',
  text: `select p.id, p.disclosure_id as "disclosureId", p.holder_id as "holderId", p.kind, p.category,
      p.subject_ids as "subjectIds", p.recorded_at as "recordedAt", p.content_sealed as content
    from sig.disclosed_copy p where p.disclosure_id = any($1::uuid[]) order by p.position`,
};

/** What closes a copy although it was disclosed. */
export const RECEIVED_PROTECTIONS: PreparedQuery = {
  name: 'received_protections',
  text: 'select case_id as "caseId", protection from sig.received_protections()',
};
