import type { CaseFacts } from './case-facts.js';
import { cellsBetween } from './cell.js';
import type { AgencyId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import { openingsAbout } from './openings-about.js';
import { contains } from './period.js';
import type { Instant } from './period.js';

/** Whether one agency may tell another about the young person in one category, now. */
export interface SharingCell {
  readonly fromId: AgencyId;
  readonly toId: AgencyId;
  readonly category: InformationCategory;
  readonly open: boolean;
  /** When it closes or comes to rest on other statements, as far as is known now; `null` when closed, or without end. */
  readonly until: Instant | null;
}

/**
 * The whole matrix of who may share what with whom: for signers and the coordinator.
 *
 * @throws MissingFactError when the young person's birth date or the municipality's rules are missing.
 */
export function sharing(facts: CaseFacts, at: Instant): readonly SharingCell[] {
  const openingsOf = openingsAbout(facts, facts.youngPersonId);
  return cellsBetween(facts.agencies).map((cell) => {
    const opening = openingsOf(cell).find((candidate) => contains(candidate, at));
    const { holderId: fromId, recipientId: toId, category } = cell;
    return { fromId, toId, category, open: opening !== undefined, until: opening?.until ?? null };
  });
}
