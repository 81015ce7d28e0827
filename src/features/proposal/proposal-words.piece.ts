import { orNull, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';

/**
 * What of a proposal may tell whom it is about; held as the identity is, by the proposer's agency while it is blind.
 */
export const PROPOSAL_WORDS = pieceKind({
  number: 20,
  name: 'PROPOSAL_WORDS',
  fields: {
    words: orNull(sealed(TEXT)),
    /** The reference of the report of concern, never the report. */
    concernReference: orNull(sealed(TEXT)),
    declineReason: orNull(sealed(TEXT)),
  },
  categories: ['IDENTITY'],
  shownAs: { ProposalGrounds: { heldBy: 'COORDINATOR' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: true,
  disclosable: false,
  unique: () => ['the proposal'],
});
