import type { Statement } from '../../access/section.js';

const TABLES = {
  Note: 'note',
  Plan: 'plan',
  Goal: 'goal',
  Action: 'action',
  Evaluation: 'evaluation',
  Meeting: 'meeting',
  MeetingDecision: 'meeting_decision',
  NeedsMapping: 'mapping',
  OtherImportantPerson: 'important_person',
  Consent: 'consent_statement',
  Block: 'block',
};

const pieces = Object.entries(TABLES).map(
  ([typename, table]) => `select '${typename}' as typename, case_id as "caseId" from sig.${table} where id = $1`,
);

/** Finds what an id names among the rows that row-level security leaves to the viewer. */
export const LOCATE: Statement = {
  name: 'locate_node',
  text: [
    `select 'Case' as typename, id as "caseId" from sig.case_file where id = $1`,
    `select case n.kind when 'YOUNG_PERSON' then 'YoungPerson' else 'Guardian' end, n.case_id from sig.person n where n.id = $1 and n.kind <> 'OTHER_SUBJECT'`,
    ...pieces,
  ].join(' union all '),
};
