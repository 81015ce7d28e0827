import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** What a meeting decided (beslut), and the action that it became. */
@Entity()
export class MeetingDecision extends Piece {
  @Property(columns.uuid())
  meetingId!: string;

  @Property(columns.integer())
  position!: number;

  @Property(columns.bytes())
  textSealed!: Buffer;

  @Property(optional(columns.uuid()))
  actionId!: string | null;
}
