/**
 * Only those covered by consent are called to a meeting: who the young person is and that there is a meeting must be open
 * from the coordinator's agency to the agency of whoever is called. The introductory talk needs no consent, since nobody
 * but the family and the coordinator's agency is called to it.
 *
 * Source: OSL 26:1 (that somebody is known to social services is itself secret); brief, section 2 ("an invitation outside
 * consent is refused").
 */
import type { CaseFacts } from '../case-facts.js';
import { openingsByCell } from '../cell-timeline.js';
import { consentHistory } from '../consent-history.js';
import type { AgencyId } from '../ids.js';
import { contains } from '../period.js';
import type { Instant } from '../period.js';

/** @throws MissingFactError when the young person's birth date or the municipality's rules are missing. */
export function isWithinConsent(facts: CaseFacts, agencyId: AgencyId, at: Instant): boolean {
  const holderId = facts.coordinatorAgencyId;
  if (agencyId === holderId) return true;
  const history = consentHistory(facts, facts.youngPersonId);
  if (history === null) return false;
  const openingsOf = openingsByCell(history);
  return (['IDENTITY', 'MEETING'] as const).every((category) =>
    openingsOf({ holderId, recipientId: agencyId, category }).some((opening) => contains(opening, at)),
  );
}
