import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** A call (kallelse) of one person to one meeting, and whether that person came. */
@Entity()
export class Invitation extends Piece {
  @Property(columns.uuid())
  meetingId!: string;

  @Property(columns.text())
  inviteeKind!: 'PROFESSIONAL' | 'YOUNG_PERSON' | 'GUARDIAN' | 'IMPORTANT_PERSON';

  /** A role term, a person of the case, or another important person, by `inviteeKind`. */
  @Property(columns.uuid())
  inviteeId!: string;

  @Property(columns.boolean())
  required!: boolean;

  @Property(columns.text())
  attendance!: 'UNKNOWN' | 'ATTENDED' | 'ABSENT' | 'EXCUSED';

  @Property(columns.text())
  answer!: 'NONE' | 'ACCEPTED' | 'DECLINED';

  /** Taken back by hand. That consent covers a call no more is nowhere stored. */
  @Property(columns.boolean())
  withdrawn!: boolean;
}
