import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { PersonId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** An objection (invändning) to a note. It is judged as its note: holder, category, subjects and `recordedAt` are the note's. */
@Entity()
export class Objection extends Piece {
  @Property(columns.uuid())
  noteId!: string;

  @Property(columns.bytes())
  textSealed!: Buffer;

  @Property(columns.uuid())
  byId!: PersonId;

  @Property(columns.instant())
  madeAt!: Instant;
}
