/**
 * The family reads its own case by right, not by consent: identity, guardians, other important persons, contact, plan,
 * meetings and outcomes whoever holds them, with all that belongs to these; of notes (with their objections), situations
 * and mappings of needs, what an agency records in the same categories. Never what is about somebody else: who the
 * guardians of a half-brother are is his.
 *
 * Source: OSL 12:1 (no secrecy towards oneself); leaflets R12, R14, R15 (plan and meetings together with the young
 * person and the guardians); design, section 3, "Capacities".
 */
import type { CaseFacts } from '../case-facts.js';
import type { InformationCategory } from '../information-category.js';
import { kindRules } from '../piece.js';
import type { PieceFacts } from '../piece.js';

/** What an agency records in these categories about the young person, the family may read. */
export const OWN_RIGHT_CATEGORIES: readonly InformationCategory[] = ['IDENTITY', 'CONTACT', 'PLAN', 'MEETING'];

export function isTheirsByRight(
  { kind, category, subjectIds }: PieceFacts,
  { youngPersonId, kinds }: Pick<CaseFacts, 'youngPersonId' | 'kinds'>,
): boolean {
  const { familyReads, coordinatorOnly } = kindRules(kinds, kind);
  if (coordinatorOnly) return false;
  if (subjectIds.some((id) => id !== youngPersonId)) return false;
  return familyReads === 'ALWAYS' || OWN_RIGHT_CATEGORIES.includes(category);
}
