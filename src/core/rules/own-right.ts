/**
 * What the family reads of its own case by right, not by consent: one table. Of the kinds in it everything, whoever
 * holds it; of every other kind (notes with their objections, situations, mappings of needs, outcomes) what an agency
 * records in the family's own categories, so that nobody learns from the guardian's view what the young person told the
 * school nurse or the police. Never what is about somebody else: who the guardians of a half-brother are is his.
 *
 * Source: OSL 12:1 (no secrecy towards oneself) and 12:3 (a minor's secrecy may hold towards a guardian); design,
 * section 3, "Capacities": identity, contact, plan, meetings, consents, access record. Beside each line: the leaflets.
 */
import type { CaseFacts } from '../case-facts.js';
import type { InformationCategory } from '../information-category.js';
import { kindRules } from '../piece.js';
import type { KindRules, PieceFacts, PieceKind } from '../piece.js';

/** What an agency records in these categories about the young person, the family may read, of whatever kind it is. */
export const OWN_RIGHT_CATEGORIES: readonly InformationCategory[] = ['IDENTITY', 'CONTACT', 'PLAN', 'MEETING'];

/** Kinds of piece that are the family's own as a whole, with where the leaflets say so. */
const OWN_AS_A_WHOLE: Readonly<Record<string, readonly PieceKind[]>> = {
  'R6–R8: who is asked, who signs, and who else matters': ['IDENTITY', 'CONTACT', 'GUARDIAN', 'IMPORTANT_PERSON'],
  'R15–R17: made and followed up together with them': ['PLAN', 'GOAL', 'ACTION', 'EVALUATION'],
  'R12, R14: held together with them': [
    ...['MEETING', 'MEETING_PLACE', 'INVITATION', 'AGENDA_ITEM', 'MEETING_DECISION', 'MINUTES'],
  ],
};

/** How the family reads a kind; of one that the table does not name, the narrower. */
export function familyReads(kind: PieceKind): KindRules['familyReads'] {
  return Object.values(OWN_AS_A_WHOLE).flat().includes(kind) ? 'ALWAYS' : 'BY_CATEGORY';
}

export function isTheirsByRight(
  { kind, category, subjectIds }: PieceFacts,
  { youngPersonId, kinds }: Pick<CaseFacts, 'youngPersonId' | 'kinds'>,
): boolean {
  const { familyReads, coordinatorOnly } = kindRules(kinds, kind);
  if (coordinatorOnly) return false;
  if (subjectIds.some((id) => id !== youngPersonId)) return false;
  return familyReads === 'ALWAYS' || OWN_RIGHT_CATEGORIES.includes(category);
}
