/**
 * What was recorded at an instant, whatever was recorded afterwards: a later end, lifting, statement or correction is
 * not known yet. With it every answer of then can be given again, years later.
 *
 * Source: design, section 3 (everything that the decision rests on is bitemporal); TF 2:6 and OSL 11:4 (what an
 * authority could reach is what it held); design, section 3 (could this person read this at that time).
 */
import type { AssignmentFact, CaseFacts } from '../case-facts.js';
import { contains } from '../period.js';
import type { Instant } from '../period.js';
import type { FactsNow, Recorded, RecordedFacts, RoleTermFact } from '../recorded-facts.js';

export function factsAsKnown(now: FactsNow, recorded: RecordedFacts, knownAt: Instant): CaseFacts {
  const roles = new Map(rolesAsKnown(recorded, knownAt).map((role) => [role.roleTermId, role]));
  return {
    ...now,
    packs: asKnown(recorded.packs, knownAt),
    persons: asKnown(recorded.persons, knownAt),
    custody: asKnown(recorded.custody, knownAt),
    ledger: now.ledger.filter(({ recordedAt }) => recordedAt <= knownAt),
    blocks: asKnown(recorded.blocks, knownAt),
    assignments: asKnown(recorded.assignments, knownAt).flatMap((assignment) =>
      placed(assignment, roles.get(assignment.roleTermId)),
    ),
    protections: asKnown(recorded.protections, knownAt),
  };
}

/** The roles of the municipality as they were recorded then; who held one is asked of its period. */
export function rolesAsKnown({ roleTerms }: RecordedFacts, knownAt: Instant): readonly RoleTermFact[] {
  return asKnown(roleTerms, knownAt);
}

function asKnown<Fact>(versions: readonly Recorded<Fact>[], knownAt: Instant): readonly Fact[] {
  return versions.filter((version) => contains(version, knownAt)).map(({ fact }) => fact);
}

function placed(
  assignment: Pick<AssignmentFact, 'roleTermId' | 'period'>,
  role: RoleTermFact | undefined,
): AssignmentFact[] {
  if (role === undefined || role.agencyId === null) return [];
  return [{ ...assignment, professionalId: role.professionalId, agencyId: role.agencyId }];
}
