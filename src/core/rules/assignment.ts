/**
 * Staff know a case while their own role term is assigned to it, and never longer. Another term of the same person,
 * or a colleague's assignment, gives nothing.
 *
 * Source: OSL 8:1 and 8:2 (secrecy between agencies and between independent branches); design, section 3, `readable`.
 */
import type { AssignmentFact } from '../case-facts.js';
import type { RoleTermId } from '../ids.js';
import { contains } from '../period.js';
import type { Instant, Period } from '../period.js';

/** The period of the assignment in force, or `null` when there is none. */
export function assignmentInForce(
  assignments: readonly AssignmentFact[],
  roleTermId: RoleTermId,
  at: Instant,
): Period | null {
  return (
    assignments.find((assignment) => assignment.roleTermId === roleTermId && contains(assignment.period, at))?.period ??
    null
  );
}
