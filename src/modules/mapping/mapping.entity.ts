import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { RoleTermId } from '../../core/ids.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** A mapping of needs (kartläggning) in one area of life; a new one is a row of its own, so that the history stays. */
@Entity()
export class Mapping extends Piece {
  @Property(optional(columns.bytes()))
  strengthsSealed!: Buffer | null;

  @Property(optional(columns.bytes()))
  needsSealed!: Buffer | null;

  @Property(columns.uuid())
  authorId!: RoleTermId;

  @Property(columns.date())
  mappedOn!: LocalDate;
}
