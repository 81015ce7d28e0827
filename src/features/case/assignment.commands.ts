import { rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import { requirePeriodAhead, startOf } from '../../core/duty.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { AssignmentRequest } from './assignment-request.entity.js';
import { Assignment } from './assignment.entity.js';
import type { AnswerAssignmentInput, AssignInput } from './assignment-input.type.js';

export type AssignmentRequestResult = { readonly caseId: string; readonly requestedId: string };

const STAFF_TERM: PreparedQuery = {
  name: 'staff_term',
  text: `select id from sig.role_term where id = $1 and capacity in ('PROFESSIONAL', 'COORDINATOR')
    and valid_from <= to_timestamp($2 / 1000.0) and (valid_until is null or to_timestamp($2 / 1000.0) < valid_until)`,
};

/** Asks; the other side's yes makes an assignment of it. */
export function assign(run: RunCommand, input: AssignInput): Promise<AssignmentRequestResult> {
  const { requestId, caseId: target, duty } = input;
  return run({ operation: 'assign', act: 'ASSIGN', requestId, target, input }, async (scope) => {
    const { em, caseId, at } = scope;
    const { from: validFrom, until: validUntil } = requirePeriodAhead(at, input.from ?? null, input.until ?? null);
    const roleTermId = await requireFree(scope, requireId<'RoleTerm'>(input.professionalId), validFrom);
    const id = scope.newId();
    const asked = { roleTermId, duty, validFrom, validUntil };
    const by = { requestedById: requireRoleTerm(scope.viewer), requestedAt: at };
    const open = { state: 'REQUESTED', answeredById: null, answeredAt: null } as const;
    em.persist(em.create(AssignmentRequest, { id, caseId, ...asked, ...by, ...open }));
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [id] });
    return { caseId, requestedId: id };
  });
}

/**
 * @throws DomainError BAD_USER_INPUT for nobody of the municipality's staff, INVALID_STATE for who is there or asked
 * already.
 */
async function requireFree(scope: CommandScope, id: RoleTermId, from: Instant): Promise<RoleTermId> {
  const [term] = await scope.query<{ id: RoleTermId }>(STAFF_TERM, [id, from]);
  if (term === undefined) throw new DomainError('BAD_USER_INPUT', 'professionalUnknown');
  const isThere = scope.facts.assignments.some(
    ({ roleTermId, period }) => roleTermId === id && (period.until === null || period.until > from),
  );
  if (isThere) throw new DomainError('INVALID_STATE', 'assignedAlready');
  const asked = await scope.em.findOne(AssignmentRequest, { caseId: scope.caseId, roleTermId: id, state: 'REQUESTED' });
  if (asked !== null) throw new DomainError('INVALID_STATE', 'askedAlready');
  return term.id;
}

/** By who is asked, or the unit manager of that agency; from now on at the earliest. */
export function confirmAssignment(run: RunCommand, input: AnswerAssignmentInput): Promise<AssignmentRequestResult> {
  return answer(run, 'confirmAssignment', input, (scope, asked) => {
    const { em, caseId, at } = scope;
    const { roleTermId, duty, validUntil } = asked;
    const validFrom = startOf({ from: asked.validFrom, until: validUntil }, at);
    const id = scope.newId();
    em.persist(em.create(Assignment, { id, caseId, roleTermId, duty, validFrom, validUntil, recordedAt: at }));
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [id] });
    scope.markFactsChanged();
    return 'CONFIRMED';
  });
}

export function declineAssignment(run: RunCommand, input: AnswerAssignmentInput): Promise<AssignmentRequestResult> {
  return answer(run, 'declineAssignment', input, () => 'DECLINED');
}

function answer(
  run: RunCommand,
  operation: 'confirmAssignment' | 'declineAssignment',
  input: AnswerAssignmentInput,
  give: (scope: CommandScope, asked: AssignmentRequest) => 'CONFIRMED' | 'DECLINED',
): Promise<AssignmentRequestResult> {
  const { requestId, assignmentRequestId: target } = input;
  const request = {
    operation,
    act: 'ANSWER_ASSIGNMENT',
    requestId,
    target,
    locateBy: 'ASKED_TO_TAKE_PART',
    input,
  } as const;
  return run(request, async (scope) => {
    const { em, caseId, at } = scope;
    const asked = await em.findOneOrFail(AssignmentRequest, { caseId, id: requireId<string>(target) });
    if (asked.state !== 'REQUESTED') throw new DomainError('INVALID_STATE', 'assignmentAnswered');
    const state = give(scope, asked);
    rewrite(asked, { state, answeredById: requireRoleTerm(scope.viewer), answeredAt: at });
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [asked.id] });
    return { caseId, requestedId: asked.id };
  });
}
