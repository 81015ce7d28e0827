import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { localDate } from '../../core/calendar.js';
import { requireStatusChange } from '../../core/case-status-changes.js';
import { requireFollowUp } from '../../core/closing.js';
import type { ClosingReason } from '../../core/closing.js';
import type { Instant } from '../../core/period.js';
import { Assignment } from './assignment.entity.js';
import { CaseFile } from './case-file.entity.js';

/** Nobody reads on after the follow-up: every assignment ends with it, if it does not end before. */
export async function endWork(
  scope: CommandScope,
  closingReason: ClosingReason,
  followUpUntil: Instant,
): Promise<void> {
  const { em, caseId, facts, at } = scope;
  requireStatusChange(facts.status, 'CLOSED');
  requireFollowUp(at, followUpUntil);
  const file = await em.findOneOrFail(CaseFile, { id: caseId });
  rewrite(file, { status: 'CLOSED', closedOn: localDate(at), closingReason });
  const running = (await em.find(Assignment, { caseId })).filter(
    ({ validUntil }) => validUntil === null || validUntil > followUpUntil,
  );
  for (const assignment of running) {
    rewrite(assignment, { validUntil: Math.max(followUpUntil, assignment.validFrom) });
  }
  scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
  scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: running.map(({ id }) => id) });
  scope.markFactsChanged();
}
