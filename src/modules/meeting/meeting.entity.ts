import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { Instant } from '../../core/period.js';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** A meeting of the group with the young person; its frame is held by the coordinator's agency, category MEETING. */
@Entity()
export class Meeting extends Piece {
  @Property(columns.text())
  kind!: 'INTRODUCTION' | 'FIRST' | 'FOLLOW_UP' | 'CLOSING' | 'STEERING';

  @Property(columns.text())
  status!: 'PLANNED' | 'HELD' | 'CANCELLED';

  /** Counts up with every change of the meeting itself, its agenda or its record. */
  @Property(columns.integer())
  version!: number;

  @Property(columns.instant())
  startsAt!: Instant;

  @Property(columns.instant())
  endsAt!: Instant;
}
