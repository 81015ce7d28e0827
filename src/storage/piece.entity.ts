import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../core/case-facts.js';
import { columns, optional } from './columns.js';
import { StoredPieceEntity } from './stored-piece.js';

/** A stored piece of information, of whatever kind. */
@Entity({ tableName: 'piece' })
export class PieceEntity extends StoredPieceEntity {
  @Property(optional(columns.uuid()))
  parentId!: string | null;

  @Property(optional(columns.smallint()))
  parentKind!: number | null;

  @Property(optional(columns.date()))
  validFrom!: LocalDate | null;

  @Property(optional(columns.date()))
  validUntil!: LocalDate | null;

  @Property(optional(columns.text()))
  uniqueKey!: string | null;
}
