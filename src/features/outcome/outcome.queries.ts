import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import type { InformationCategory } from '../../core/information-category.js';
import { OUTCOME } from './outcome.piece.js';

/** The outcomes of a case that the viewer may see. */
export function outcomes(loaded: LoadedCase): readonly Shown[] {
  return loaded.open(OUTCOME).map((piece) => outcome(loaded, piece));
}

/** One outcome, or `null` where there is none that the viewer may see. */
export function outcomeById(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(OUTCOME).find((each) => each.id === id);
  return piece === undefined ? null : outcome(loaded, piece);
}

/** What the viewer's own agency says of an effect; of version 0 as long as it says nothing. */
export function ownOutcome(loaded: LoadedCase, category: InformationCategory): Shown {
  const { viewer } = loaded;
  const own = loaded
    .open(OUTCOME)
    .find((piece) => 'agencyId' in viewer && piece.holderId === viewer.agencyId && piece.category === category);
  return own === undefined ? loaded.show('Outcome', { values: NOTHING_SAID }) : outcome(loaded, own);
}

const NOTHING_SAID = { id: null, version: 0, before: null, after: null, atFollowUp: null };

function outcome(loaded: LoadedCase, piece: OpenPiece<(typeof OUTCOME)['fields']>): Shown {
  return loaded.show('Outcome', { piece, values: { holder: loaded.registers.agency(piece.holderId) } });
}
