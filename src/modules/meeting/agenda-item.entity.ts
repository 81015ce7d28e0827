import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId } from '../../core/ids.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** One item of the agenda of a meeting; its category tells what it is about. */
@Entity()
export class AgendaItem extends Piece {
  @Property(columns.uuid())
  meetingId!: string;

  @Property(columns.integer())
  position!: number;

  @Property(columns.bytes())
  titleSealed!: Buffer;

  /** Whose information is talked about; the coordinator's own agency's if none. */
  @Property(optional(columns.uuid()))
  sourceId!: AgencyId | null;
}
