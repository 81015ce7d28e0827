import type { ReadScope } from '../../access/read-scope.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import type { Duty } from '../../core/duty.js';
import type { AgencyAssignmentType } from './agency-assignment.type.js';

interface AssignmentRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly roleTermId: string;
  readonly duty: Duty | null;
  readonly from: number;
  readonly until: number | null;
}

const AGENCY_ASSIGNMENTS: PreparedQuery = {
  name: 'agency_assignments',
  text: `select a.id, a.number as "caseNumber", a.role_term_id as "roleTermId", a.duty, a.valid_from as "from",
    a.valid_until as "until" from sig.agency_assignments() a order by a.number, a.valid_from, a.id`,
};

/** What the viewer answers for as a unit manager; empty for everybody else. */
export async function agencyAssignments(scope: ReadScope): Promise<AgencyAssignmentType[]> {
  const rows = await scope.query<AssignmentRow>(AGENCY_ASSIGNMENTS, []);
  return rows.map(({ roleTermId, ...row }) => ({ ...row, professional: scope.registers.professional(roleTermId) }));
}
