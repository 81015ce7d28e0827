import type { CaseFacts, StoredCaseStatus } from './case-facts.js';
import { cellsBetween } from './cell.js';
import { openingsByCell } from './cell-timeline.js';
import { consentHistory } from './consent-history.js';
import { contains } from './period.js';
import type { Instant } from './period.js';

/** The status as shown: a stored one, or PAUSED where the consent that carries the case is missing. */
export type CaseStatus = StoredCaseStatus | 'PAUSED';

/**
 * The status at an instant. PAUSED is never stored: an active case whose carrying consent is missing is paused from
 * that instant, without anybody writing anything. A block stops information and not the consent, so it pauses nothing.
 *
 * @throws MissingFactError when the young person's birth date or the municipality's rules are missing.
 */
export function caseStatus(facts: CaseFacts, at: Instant): CaseStatus {
  return facts.status === 'ACTIVE' && !isCarried(facts, at) ? 'PAUSED' : facts.status;
}

/** Whether everybody who must says yes to at least one cell to or from the coordinator's agency. */
function isCarried(facts: CaseFacts, at: Instant): boolean {
  const history = consentHistory({ ...facts, blocks: [] }, facts.youngPersonId);
  if (history === null) return false;
  const openingsOf = openingsByCell(history);
  return cellsBetween(facts.agencies)
    .filter(({ holderId, recipientId }) => [holderId, recipientId].includes(facts.coordinatorAgencyId))
    .some((cell) => openingsOf(cell).some((opening) => contains(opening, at)));
}
