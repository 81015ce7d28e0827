import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Free text of one professional, held by the author's agency. */
@Entity()
export class Note extends Piece {
  @Property(columns.bytes())
  textSealed!: Buffer;

  @Property(columns.uuid())
  authorId!: RoleTermId;

  /** The note that this one corrects; the older one stays as it is. */
  @Property(optional(columns.uuid()))
  correctsId!: string | null;

  @Property(columns.instant())
  writtenAt!: Instant;
}
