import type { CaseFacts } from './case-facts.js';
import { cellsBetween } from './cell.js';
import { extentUntil } from './extent.js';
import type { Extent } from './extent.js';
import type { AgencyId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import { openingsAbout } from './openings-about.js';
import { contains, earlier } from './period.js';
import type { Instant } from './period.js';

/** Whether one agency may tell another about the young person in one category, now. */
export interface SharingCell {
  readonly fromId: AgencyId;
  readonly toId: AgencyId;
  readonly category: InformationCategory;
  /** For what is recorded now. */
  readonly open: boolean;
  /** For what was recorded until now. */
  readonly openEarlier: Extent;
  /**
   * When it closes or comes to rest on other statements, as far as is known now; `null` when closed, or without end.
   */
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
    const openEarlier = extentUntil(opening?.data ?? [], at);
    const reached = opening?.data.find((period) => contains(period, at));
    if (opening === undefined || reached === undefined)
      return { fromId, toId, category, open: false, openEarlier, until: null };
    return { fromId, toId, category, open: true, openEarlier, until: earlier(opening.until, reached.until) };
  });
}
