import { DATE, id, orNull, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import type { RoleTermId } from '../../core/ids.js';

/** Strengths and needs as one agency maps them; each time a piece of its own. */
export const MAPPING = pieceKind({
  number: 6,
  name: 'MAPPING',
  fields: {
    strengths: orNull(sealed(TEXT)),
    needs: orNull(sealed(TEXT)),
    authorId: sealed(id<RoleTermId>()),
    mappedOn: sealed(DATE),
  },
  categories: 'ANY',
  shownAs: { NeedsMapping: { heldBy: 'EVERYONE' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  copied: ['needs', 'strengths', 'mappedOn'],
});
