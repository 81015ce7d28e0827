import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** One change of one goal or action; holder, category, subjects and marks are those of what was changed. */
@Entity()
export class PlanVersion extends Piece {
  @Property(columns.uuid())
  planId!: string;

  /** Either a goal or an action. */
  @Property(optional(columns.uuid()))
  goalId!: string | null;

  @Property(optional(columns.uuid()))
  actionId!: string | null;

  @Property(columns.integer())
  version!: number;

  @Property(columns.uuid())
  authorId!: RoleTermId;

  @Property(columns.instant())
  changedAt!: Instant;

  /** A JSON object, `{ changes: [{ field, from, to }] }`. */
  @Property(columns.bytes())
  contentSealed!: Buffer;
}
