import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
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

function outcome(loaded: LoadedCase, piece: OpenPiece<(typeof OUTCOME)['fields']>): Shown {
  return loaded.show('Outcome', { piece, values: { holder: loaded.registers.agency(piece.holderId) } });
}
