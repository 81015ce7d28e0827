import type { CommandScope } from '../../access/command-scope.js';
import { Assignment } from './assignment.entity.js';
import { CaseFile } from './case-file.entity.js';

/** A case that is just beginning is the coordinator's to know, and nobody else's. */
export async function assignCoordinator(scope: CommandScope): Promise<void> {
  const { em, caseId, at } = scope;
  const { coordinatorId: roleTermId } = await em.findOneOrFail(CaseFile, { id: caseId });
  const id = scope.newId();
  em.persist(
    em.create(Assignment, { id, caseId, roleTermId, duty: null, validFrom: at, validUntil: null, recordedAt: at }),
  );
  scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [id] });
  scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
}
