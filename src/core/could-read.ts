import { decide } from './decide.js';
import type { Decision, Verdict } from './decision.js';
import type { Extent } from './extent.js';
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
 * The answer that `decide` gave, or would have given, about something recorded at `at`: the same decision over the
 * facts as they were known. A role that did not hold then could read nothing.
 *
 * @throws MissingFactError as `decide` does.
 */
export function couldRead(now: FactsNow, recorded: RecordedFacts, asked: AccessQuestion): Verdict {
  const then = decisionThen(now, recorded, asked);
  return 'open' in then ? then : then.cell(asked.holderId, asked.category);
}

/**
 * How much of what had been recorded in the cell by then the role could read; of one evaluation with {@link couldRead}.
 */
export function couldReadEarlier(now: FactsNow, recorded: RecordedFacts, asked: AccessQuestion): Extent {
  const then = decisionThen(now, recorded, asked);
  return 'open' in then ? 'NONE' : then.earlier(asked.holderId, asked.category);
}

function decisionThen(now: FactsNow, recorded: RecordedFacts, asked: AccessQuestion): Decision | Verdict {
  const { roleTermId, at, knownAt } = asked;
  const role = rolesAsKnown(recorded, knownAt).find((one) => one.roleTermId === roleTermId);
  if (role === undefined || !contains(role.period, at)) return closed('NOT_ASSIGNED');
  const { agencyId, capacity, professionalId } = role;
  if ((capacity !== 'PROFESSIONAL' && capacity !== 'COORDINATOR') || agencyId === null) return closed('CAPACITY');
  const viewer = { capacity, roleTermId, professionalId, agencyId, municipalityId: now.municipalityId };
  return decide(factsAsKnown(now, recorded, knownAt), viewer, at);
}
