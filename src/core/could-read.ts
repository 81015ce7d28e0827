import { decide } from './decide.js';
import type { Verdict } from './decision.js';
import type { AgencyId, RoleTermId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import { contains } from './period.js';
import type { Instant } from './period.js';
import type { FactsNow, RecordedFacts } from './recorded-facts.js';
import { factsAsKnown, rolesAsKnown } from './rules/facts-as-known.js';
import { closed } from './verdict.js';

/** What is asked: whether a role could read a category of a holder at `at`, by what was recorded at `knownAt`. */
export interface AccessQuestion {
  readonly roleTermId: RoleTermId;
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  readonly at: Instant;
  readonly knownAt: Instant;
}

/**
 * The answer that `decide` gave, or would have given, about something recorded at `at`: the same decision over the facts
 * as they were known. A role that did not hold then could read nothing.
 *
 * @throws MissingFactError as `decide` does.
 */
export function couldRead(now: FactsNow, recorded: RecordedFacts, asked: AccessQuestion): Verdict {
  const { roleTermId, holderId, category, at, knownAt } = asked;
  const role = rolesAsKnown(recorded, knownAt).find((one) => one.roleTermId === roleTermId);
  if (role === undefined || !contains(role.period, at)) return closed('NOT_ASSIGNED');
  const { agencyId, capacity, professionalId } = role;
  if ((capacity !== 'PROFESSIONAL' && capacity !== 'COORDINATOR') || agencyId === null) return closed('CAPACITY');
  const viewer = { capacity, roleTermId, professionalId, agencyId, municipalityId: now.municipalityId };
  return decide(factsAsKnown(now, recorded, knownAt), viewer, at).cell(holderId, category);
}
