import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { RoleTermId } from '../../core/ids.js';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** The minutes (minnesanteckningar) of a meeting that was held, by the coordinator. */
@Entity()
export class Minutes extends Piece {
  @Property(columns.uuid())
  meetingId!: string;

  @Property(columns.bytes())
  textSealed!: Buffer;

  @Property(columns.uuid())
  authorId!: RoleTermId;
}
