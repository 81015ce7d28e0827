import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { StoredCaseStatus } from '../../core/case-facts.js';
import { requireStatusChange } from '../../core/case-status-changes.js';
import { Assignment } from './assignment.entity.js';
import { CaseFile } from './case-file.entity.js';

/** @throws DomainError INVALID_STATE when that status does not follow on the present one. */
export async function turnCase(scope: CommandScope, status: StoredCaseStatus): Promise<void> {
  const { em, caseId, facts } = scope;
  requireStatusChange(facts.status, status);
  rewrite(await em.findOneOrFail(CaseFile, { id: caseId }), { status });
  scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
  scope.factsChange();
}

/** A case that is just beginning is the coordinator's to know, and nobody else's. */
export async function assignCoordinator(scope: CommandScope): Promise<void> {
  const { em, caseId, at } = scope;
  const { coordinatorId: roleTermId } = await em.findOneOrFail(CaseFile, { id: caseId });
  const id = scope.newId();
  em.persist(em.create(Assignment, { id, caseId, roleTermId, validFrom: at, validUntil: null, recordedAt: at }));
  scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [id] });
  scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
}
