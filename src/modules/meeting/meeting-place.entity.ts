import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Where a meeting is; a piece of its own, because it is withheld while somebody is protected. */
@Entity()
export class MeetingPlace extends Piece {
  @Property(columns.uuid())
  meetingId!: string;

  @Property(columns.bytes())
  placeSealed!: Buffer;
}
