import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** A goal of the plan; its category is the area it is about. */
@Entity()
export class Goal extends Piece {
  @Property(columns.uuid())
  planId!: string;

  @Property(columns.integer())
  position!: number;

  @Property(columns.integer())
  version!: number;

  @Property(optional(columns.bytes()))
  inOwnWordsSealed!: Buffer | null;

  @Property(optional(columns.bytes()))
  inProfessionalWordsSealed!: Buffer | null;
}
