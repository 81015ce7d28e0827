/**
 * What was stated about somebody is told to those who speak for that very subject, and to the coordinator: statements,
 * blocks, receipts, forms that wait, and notices of them. A young person speaks for themselves, a guardian for whom
 * they have custody of until the 18th birthday; whoever is prevented from signing keeps custody, and so is told. That a
 * friend or a half-brother is of the case at all is otherwise nothing for the family.
 *
 * Source: OSL 12:1 and 12:3 (secrecy towards others about somebody); FB 6:2 and 6:11; design, section 3, "Capacities".
 */
import type { CaseFacts } from '../case-facts.js';
import type { PersonId } from '../ids.js';
import type { Instant } from '../period.js';
import { subjectOf } from '../subject.js';
import type { FamilyViewer, StaffViewer } from '../viewer.js';
import { guardianKnowsUntil } from './guardian-knows.js';

/** Whether a member of the family speaks for a subject. */
export function speaksFor(
  facts: CaseFacts,
  { capacity, personId }: FamilyViewer,
  subjectId: PersonId,
  at: Instant,
): boolean {
  if (capacity === 'YOUNG_PERSON') return subjectId === personId;
  const subject = subjectOf(facts, subjectId);
  return subject !== null && guardianKnowsUntil(subject, personId, at) !== null;
}

/**
 * Who looks at a form as the second person: the coordinator, or, since nobody confirms an own form, a colleague of the
 * coordinator's own agency, where no secrecy is lifted by it. Other agencies learn of a consent by what it opens.
 */
export function confirmsForms({ coordinatorAgencyId }: CaseFacts, { capacity, agencyId }: StaffViewer): boolean {
  return capacity === 'COORDINATOR' || agencyId === coordinatorAgencyId;
}
