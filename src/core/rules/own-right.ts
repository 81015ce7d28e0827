/**
 * The family reads its own case by right, not by consent: identity, guardians, contact, plan and meetings whoever holds
 * them, and of notes and situations those of the same categories. Never what is about somebody else, except who the
 * guardians are.
 *
 * Source: OSL 12:1 (no secrecy towards oneself); leaflets R12, R14, R15 (plan and meetings together with the young
 * person and the guardians); design, section 3, "Capacities".
 */
import type { PersonId } from '../ids.js';
import type { InformationCategory } from '../information-category.js';
import type { PieceFacts, PieceKind } from '../piece.js';

/** What an agency records in these categories about the young person, the family may read. */
export const OWN_RIGHT_CATEGORIES: readonly InformationCategory[] = ['IDENTITY', 'CONTACT', 'PLAN', 'MEETING'];

const JUDGED_BY_CATEGORY: readonly PieceKind[] = ['SITUATION', 'NOTE'];

export function isTheirsByRight({ kind, category, subjectIds }: PieceFacts, youngPersonId: PersonId): boolean {
  if (kind === 'GUARDIAN') return true;
  if (subjectIds.some((id) => id !== youngPersonId)) return false;
  return !JUDGED_BY_CATEGORY.includes(kind) || OWN_RIGHT_CATEGORIES.includes(category);
}
