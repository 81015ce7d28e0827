import type { CaseQuery, PreparedQuery } from '../../access/prepared-query.js';
import type { AssignmentRequestState, Duty } from '../../core/duty.js';

export interface RequestRow {
  readonly id: string;
  readonly number: string;
  readonly roleTermId: string;
  readonly duty: Duty;
  readonly from: number;
  readonly until: number | null;
  readonly requestedById: string;
  readonly requestedAt: number;
  readonly state: AssignmentRequestState;
}

const COLUMNS = `r.id, r.role_term_id as "roleTermId", r.duty, r.valid_from as "from", r.valid_until as "until",
  r.requested_by_id as "requestedById", r.requested_at as "requestedAt", r.state`;
export const ASKED_ASSIGNMENTS: PreparedQuery = {
  name: 'asked_assignments',
  text: `select ${COLUMNS}, r.number from sig.asked_assignments() r order by r.requested_at, r.id`,
};
export const ASSIGNMENT_REQUESTS: CaseQuery<RequestRow & { readonly caseId: string }> = {
  name: 'assignment_requests',
  text: `select ${COLUMNS}, c.number, r.case_id as "caseId" from sig.assignment_request r join sig.case_file c on c.id = r.case_id
    where r.case_id = any($1::uuid[]) order by r.requested_at, r.id`,
};
