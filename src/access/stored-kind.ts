import type { InformationCategory } from '../core/information-category.js';
import type { PieceKind } from '../core/piece.js';

/** Which kind of piece a stored row is: that of its table, but two tables hold more than their name says. */
export function kindOfRow(table: string, category: InformationCategory): PieceKind {
  if (table === 'person_identity') return category === 'FAMILY' ? 'GUARDIAN' : 'IDENTITY';
  return table === 'person_contact' ? 'CONTACT' : (table.toUpperCase() as PieceKind);
}
