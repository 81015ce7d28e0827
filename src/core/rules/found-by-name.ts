/**
 * Whether a case is found by the young person's name or identity number: not while the identity is protected, other
 * than by those who read what the protection covers. The family's own case and the case number are always found.
 *
 * Source: design, section 7 ("protected identity: … withheld, also from … search").
 */
import type { CaseFacts } from '../case-facts.js';
import type { Instant } from '../period.js';
import type { Viewer } from '../viewer.js';
import { handles, protectionsInForce } from './protected-identity.js';

export function isFoundByName(facts: CaseFacts, viewer: Viewer, at: Instant): boolean {
  if (viewer.capacity === 'YOUNG_PERSON' || viewer.capacity === 'GUARDIAN') return true;
  if (viewer.capacity !== 'PROFESSIONAL' && viewer.capacity !== 'COORDINATOR') return false;
  const whereabouts = {
    kind: 'CONTACT',
    holderId: facts.coordinatorAgencyId,
    subjectIds: [facts.youngPersonId],
  } as const;
  return protectionsInForce(facts, whereabouts, at).every((one) => handles(one, whereabouts, viewer));
}
