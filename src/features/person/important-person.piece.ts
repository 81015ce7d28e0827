import { orNull, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';

/** Somebody else who matters to the young person, within its period. */
export const IMPORTANT_PERSON = pieceKind({
  number: 4,
  name: 'IMPORTANT_PERSON',
  fields: {
    name: sealed(TEXT),
    /** Who it is to the young person. */
    relation: sealed(TEXT),
    /** How to reach them, in words. */
    contact: orNull(sealed(TEXT)),
  },
  categories: ['FAMILY'],
  shownAs: { OtherImportantPerson: { heldBy: 'COORDINATOR' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
});
