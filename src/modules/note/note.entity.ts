import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Free text of one professional, held by the author's agency. */
@Entity()
export class Note extends Piece {
  @Property(columns.bytes())
  textSealed!: Buffer;

  @Property(columns.uuid())
  authorId!: RoleTermId;

  @Property(columns.instant())
  writtenAt!: Instant;
}
