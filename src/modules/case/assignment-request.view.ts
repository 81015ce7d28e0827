import type { ReadScope } from '../../access/read-scope.js';
import { professional } from '../agency/agency.view.js';
import { ASKED_ASSIGNMENTS, ASSIGNMENT_REQUESTS } from './assignment-request.repository.js';
import type { RequestRow } from './assignment-request.repository.js';
import type { AssignmentRequestType } from './assignment-request.type.js';
import { knownCase } from './case.view.js';

/** What the viewer is asked, or as a unit manager the own agency; answered ones too. */
export async function askedAssignments(scope: ReadScope): Promise<AssignmentRequestType[]> {
  return shown(scope, await scope.query<RequestRow>(ASKED_ASSIGNMENTS, []));
}

/** For the coordinator; `null` for everybody else. */
export async function requestsOf(scope: ReadScope, caseId: string): Promise<AssignmentRequestType[] | null> {
  const { decision } = await knownCase(scope, caseId);
  if (!decision.rule('assignmentRequests').open) return null;
  const rows = await scope
    .loader<readonly RequestRow[]>('assignment_requests', async (ids) => {
      const found = await scope.query<RequestRow & { readonly caseId: string }>(ASSIGNMENT_REQUESTS, [ids]);
      return ids.map((id) => found.filter((row) => row.caseId === id));
    })
    .load(caseId);
  return shown(scope, rows);
}

function shown(scope: ReadScope, rows: readonly RequestRow[]): Promise<AssignmentRequestType[]> {
  return Promise.all(
    rows.map(async ({ number, roleTermId, requestedById, ...row }) => ({
      ...row,
      caseNumber: number,
      professional: await professional(scope, roleTermId),
      requestedBy: await professional(scope, requestedById),
    })),
  );
}
