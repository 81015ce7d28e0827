import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Registers } from '../../access/registers.js';
import { ASKED_ASSIGNMENTS, ASSIGNMENT_REQUESTS } from './assignment-request.repository.js';
import type { RequestRow } from './assignment-request.repository.js';
import type { AssignmentRequestType } from './assignment-request.type.js';

/** What {@link requestsOf} needs. */
export { ASSIGNMENT_REQUESTS };

/** What the viewer is asked, or as a unit manager the own agency; answered ones too. */
export async function askedAssignments(scope: ReadScope): Promise<AssignmentRequestType[]> {
  const rows = await scope.query<RequestRow>(ASKED_ASSIGNMENTS, []);
  return rows.map((row) => shown(scope.registers, row));
}

/** For the coordinator; `null` for everybody else. */
export function requestsOf(loaded: LoadedCase): AssignmentRequestType[] | null {
  if (!loaded.decision.rule('assignmentRequests').open) return null;
  return loaded.rows(ASSIGNMENT_REQUESTS).map(({ caseId: _caseId, ...row }) => shown(loaded.registers, row));
}

function shown(registers: Registers, { number, roleTermId, requestedById, ...row }: RequestRow): AssignmentRequestType {
  return {
    ...row,
    caseNumber: number,
    professional: registers.professional(roleTermId),
    requestedBy: registers.professional(requestedById),
  };
}
