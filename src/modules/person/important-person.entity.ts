import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Somebody else who matters to the young person (annan viktig person); has no login. Category FAMILY. */
@Entity()
export class ImportantPerson extends Piece {
  @Property(columns.bytes())
  nameSealed!: Buffer;

  /** Who it is to the young person. */
  @Property(columns.bytes())
  relationSealed!: Buffer;
}
