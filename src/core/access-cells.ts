import type { CaseFacts } from './case-facts.js';
import type { Cell } from './cell.js';
import { INFORMATION_CATEGORIES } from './information-category.js';
import type { InformationCategory } from './information-category.js';
import { OWN_RIGHT_CATEGORIES } from './rules/own-right.js';
import type { Viewer } from './viewer.js';

/**
 * The cells that a viewer is told of: every agency of the municipality with every category for staff, the categories of
 * their own right for the family, none for the office. It follows from the capacity, never from what is stored.
 */
export function cellsToldTo(viewer: Viewer, { agencies }: CaseFacts): readonly Omit<Cell, 'recipientId'>[] {
  const categories = categoriesToldTo(viewer);
  return agencies.flatMap(({ id: holderId }) => categories.map((category) => ({ holderId, category })));
}

function categoriesToldTo({ capacity }: Viewer): readonly InformationCategory[] {
  switch (capacity) {
    case 'PROFESSIONAL':
    case 'COORDINATOR':
      return INFORMATION_CATEGORIES;
    case 'YOUNG_PERSON':
    case 'GUARDIAN':
      return OWN_RIGHT_CATEGORIES;
    case 'STEERING_MEMBER':
    case 'ADMINISTRATOR':
      return [];
  }
}
