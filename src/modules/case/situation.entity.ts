import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** What one agency knows in one category: one per case, holder and category. */
@Entity()
export class Situation extends Piece {
  /** A JSON object. */
  @Property(columns.bytes())
  contentSealed!: Buffer;
}
