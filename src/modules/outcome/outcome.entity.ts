import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

export type OutcomeLevel = 'MET' | 'PARTLY_MET' | 'NOT_MET' | 'UNKNOWN';

/** How one wanted effect stood before and after (R4), held by the coordinator's agency; the category is that of the effect. */
@Entity()
export class Outcome extends Piece {
  @Property(columns.text())
  before!: OutcomeLevel;

  /** Null until the case is closed. */
  @Property(optional(columns.text()))
  after!: OutcomeLevel | null;
}
