import type { Statement } from '../../access/section.js';
import type { CaseId } from '../../core/ids.js';

/** What everyone who knows of the case may see of it. */
export interface CaseShell {
  readonly id: CaseId;
  readonly number: string;
  readonly coordinatorId: string;
  readonly startedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly closedOn: string | null;
  readonly closingReason: string | null;
  readonly wrappedKey: Buffer;
}

export const CASE_SHELLS: Statement = {
  name: 'case_shells',
  text: `select id, number, coordinator_id as "coordinatorId", started_on as "startedOn", planned_end_on as "plannedEndOn",
      closed_on as "closedOn", closing_reason as "closingReason", wrapped_key as "wrappedKey"
    from sig.case_file where id = any($1::uuid[])`,
};

/** Row-level security leaves the viewer's own cases; nothing else restricts this list. */
export const MY_CASE_IDS: Statement = { name: 'my_case_ids', text: 'select id from sig.case_file' };

export const PARTICIPANTS: Statement = {
  name: 'participants',
  text: `select id, case_id as "caseId", role_term_id as "roleTermId", duty, valid_from as "from", valid_until as "until"
    from sig.assignment where case_id = any($1::uuid[]) order by valid_from, id`,
};
