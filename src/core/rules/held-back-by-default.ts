/**
 * Whether a new piece is held back by its holder until released: whole categories may be, by the municipality's rules.
 *
 * Source: design, section 7 (consent permits, it does not compel); OSL 10:27 ff.
 */
import type { CaseFacts } from '../case-facts.js';
import type { InformationCategory } from '../information-category.js';
import type { Instant } from '../period.js';
import { packInForce } from './pack-in-force.js';

/** Before the municipality has any rules, everything is. */
export function heldBackByDefault({ packs }: CaseFacts, category: InformationCategory, at: Instant): boolean {
  return packInForce(packs, at)?.heldBackCategories.includes(category) ?? true;
}
