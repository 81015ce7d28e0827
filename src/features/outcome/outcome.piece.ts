import { oneOf, orNull, sealed } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import { OUTCOME_CATEGORIES } from '../../core/information-category.js';
import { OUTCOME_LEVELS } from '../../core/outcome.js';

/**
 * What one agency knows of one wanted effect (R4); the family reads it as little as the situation that it comes from.
 */
export const OUTCOME = pieceKind({
  number: 19,
  name: 'OUTCOME',
  fields: {
    before: sealed(oneOf(OUTCOME_LEVELS)),
    /** Null until the case is closed. */
    after: orNull(sealed(oneOf(OUTCOME_LEVELS))),
    /** Null until a follow-up behind that says so. */
    atFollowUp: orNull(sealed(oneOf(OUTCOME_LEVELS))),
  },
  categories: OUTCOME_CATEGORIES,
  shownAs: { Outcome: { heldBy: 'EVERYONE' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  order: ({ category, holderId }) => `${category} ${holderId}`,
  unique: ({ holderId, category }) => [holderId, category],
});
