import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import { rewrite } from '../../access/command-piece.js';
import { localDate } from '../../core/calendar.js';
import { requireStatusChange } from '../../core/case-status-changes.js';
import { endOf, requireFollowUp } from '../../core/closing.js';
import type { ClosingReason } from '../../core/closing.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { CaseId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { requireMayEnd } from '../../core/rules/who-may-end-assignment.js';
import { Assignment } from './assignment.entity.js';
import { CaseFile } from './case-file.entity.js';
import type { EndAssignmentInput, RequestConsentInput } from './case-input.type.js';
import { turnCase } from './case-status.commands.js';

export type AssignmentResult = { readonly caseId: CaseId; readonly participantId: string };
export type CaseResult = { readonly caseId: string };

/** By either side; the unit manager of an agency comes to it by the assignment, without knowing the case. */
export function endAssignment(run: RunCommand, input: EndAssignmentInput): Promise<AssignmentResult> {
  const { requestId, participantId: target } = input;
  const locateBy = 'TAKES_PART_OR_ANSWERS_FOR';
  const request = { operation: 'endAssignment', act: 'END_ASSIGNMENT', requestId, target, locateBy, input } as const;
  return run(request, async (scope) => {
    const { em, caseId, at } = scope;
    const assignment = await em.findOne(Assignment, { caseId, id: requireId<string>(target) });
    if (assignment === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    requireMayEnd(scope.facts, scope.viewer, scope.decision(), assignment.roleTermId);
    const { coordinatorId } = await em.findOneOrFail(CaseFile, { id: caseId });
    if (assignment.roleTermId === coordinatorId) throw new DomainError('INVALID_STATE', 'coordinatorStays');
    const { validFrom: from, validUntil: until } = assignment;
    rewrite(assignment, { validUntil: endOf({ from, until }, at) });
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [assignment.id] });
    scope.markFactsChanged();
    return { caseId, participantId: assignment.id };
  });
}

/** The introductory talk was held: now the family is asked. A first form that is recorded says the same. */
export function requestConsent(run: RunCommand, input: RequestConsentInput): Promise<CaseResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'requestConsent', act: 'REQUEST_CONSENT', requestId, target, input }, async (scope) => {
    await turnCase(scope, 'CONSENT_PENDING');
    return { caseId: scope.caseId };
  });
}

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
