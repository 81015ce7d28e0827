import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { OutcomeLevel } from '../../core/outcome.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** How one wanted effect stood before and after (R4), held by the agency that knows; the category is that of the effect. */
@Entity()
export class Outcome extends Piece {
  @Property(columns.text())
  before!: OutcomeLevel;

  /** Null until the case is closed. */
  @Property(optional(columns.text()))
  after!: OutcomeLevel | null;

  /** Null until a follow-up behind that says so. */
  @Property(optional(columns.text()))
  atFollowUp!: OutcomeLevel | null;
}
