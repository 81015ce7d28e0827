import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import type { ReadScope } from '../../access/read-scope.js';
import { requirePeriodAhead, startOf } from '../../core/duty.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { caseMutation, outsideCaseMutation } from '../../graphql/case-mutation.js';
import { AnswerAssignmentInput, AssignInput } from './assignment-input.type.js';
import { AssignmentRequest } from './assignment-request.entity.js';
import { AssignmentRequestType } from './assignment-request.type.js';
import { askedAssignments, ASSIGNMENT_REQUESTS, requestsOf } from './assignment-request.queries.js';
import { Assignment } from './assignment.entity.js';

/** Asks; the other side's yes makes an assignment of it. */
export const Assign = caseMutation({
  name: 'assign',
  description:
    'Asks somebody to take part; it takes effect with their yes, or that of their unit manager. By the coordinator.',
  input: AssignInput,
  type: AssignmentRequestType,
  typename: 'AssignmentRequest',
  closedBy: 'assignmentRequests',
  loads: [ASSIGNMENT_REQUESTS],
  act: 'ASSIGN',
  target: ({ caseId }) => caseId,
  async work(scope, { professionalId, duty, from = null, until = null }) {
    const { em, caseId, viewer, at } = scope;
    const { from: validFrom, until: validUntil } = requirePeriodAhead(at, from, until);
    const roleTermId = await requireFree(scope, requireId<'RoleTerm'>(professionalId), validFrom);
    const id = scope.newId();
    const asked = { roleTermId, duty, validFrom, validUntil };
    const by = { requestedById: requireRoleTerm(viewer), requestedAt: at };
    const open = { state: 'REQUESTED', answeredById: null, answeredAt: null } as const;
    em.persist(em.create(AssignmentRequest, { id, caseId, ...asked, ...by, ...open }));
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [id] });
    return { caseId, requestedId: id };
  },
  answer: (loaded, { requestedId }) => requestsOf(loaded)?.find(({ id }) => id === requestedId) ?? null,
});

const STAFF_TERM: PreparedQuery = {
  name: 'staff_term',
  text: `select id from sig.role_term where id = $1 and capacity in ('PROFESSIONAL', 'COORDINATOR')
    and valid_from <= to_timestamp($2 / 1000.0) and (valid_until is null or to_timestamp($2 / 1000.0) < valid_until)`,
};

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

/** From now on at the earliest. */
export const ConfirmAssignment = outsideCaseMutation({
  name: 'confirmAssignment',
  description: 'Says yes to taking part; by who is asked, or the unit manager of that agency.',
  input: AnswerAssignmentInput,
  type: AssignmentRequestType,
  act: 'ANSWER_ASSIGNMENT',
  target: ({ assignmentRequestId }) => assignmentRequestId,
  locateBy: 'ASKED_TO_TAKE_PART',
  async work(scope, input) {
    const { em, caseId, at } = scope;
    const asked = await requireUnanswered(scope, input);
    const { roleTermId, duty, validUntil } = asked;
    const validFrom = startOf({ from: asked.validFrom, until: validUntil }, at);
    const id = scope.newId();
    em.persist(em.create(Assignment, { id, caseId, roleTermId, duty, validFrom, validUntil, recordedAt: at }));
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [id] });
    scope.markFactsChanged();
    return answer(scope, asked, 'CONFIRMED');
  },
  read: answered,
});

export const DeclineAssignment = outsideCaseMutation({
  name: 'declineAssignment',
  description: 'Says no to taking part; by who is asked, or the unit manager of that agency.',
  input: AnswerAssignmentInput,
  type: AssignmentRequestType,
  act: 'ANSWER_ASSIGNMENT',
  target: ({ assignmentRequestId }) => assignmentRequestId,
  locateBy: 'ASKED_TO_TAKE_PART',
  work: async (scope, input) => answer(scope, await requireUnanswered(scope, input), 'DECLINED'),
  read: answered,
});

/** @throws DomainError INVALID_STATE */
async function requireUnanswered(
  { em, caseId }: CommandScope,
  { assignmentRequestId }: AnswerAssignmentInput,
): Promise<AssignmentRequest> {
  const asked = await em.findOneOrFail(AssignmentRequest, { caseId, id: requireId<string>(assignmentRequestId) });
  if (asked.state !== 'REQUESTED') throw new DomainError('INVALID_STATE', 'assignmentAnswered');
  return asked;
}

type Answered = { readonly caseId: string; readonly requestedId: string };

function answer(scope: CommandScope, asked: AssignmentRequest, state: 'CONFIRMED' | 'DECLINED'): Answered {
  const { caseId, viewer, at } = scope;
  rewrite(asked, { state, answeredById: requireRoleTerm(viewer), answeredAt: at });
  scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [asked.id] });
  return { caseId, requestedId: asked.id };
}

async function answered(scope: ReadScope, { requestedId }: Answered): Promise<AssignmentRequestType | null> {
  return (await askedAssignments(scope)).find(({ id }) => id === requestedId) ?? null;
}
