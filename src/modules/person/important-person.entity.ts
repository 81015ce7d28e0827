import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Somebody else who matters to the young person (annan viktig person); has no login. Category FAMILY. */
@Entity()
export class ImportantPerson extends Piece {
  @Property(columns.bytes())
  nameSealed!: Buffer;

  /** Who it is to the young person. */
  @Property(columns.bytes())
  relationSealed!: Buffer;

  /** How to reach them, in words. */
  @Property(optional(columns.bytes()))
  contactSealed!: Buffer | null;

  /** The first day on which they are one of those round the young person. */
  @Property(columns.date())
  validFrom!: LocalDate;

  /** The day from which they no longer are. */
  @Property(optional(columns.date()))
  validUntil!: LocalDate | null;
}
