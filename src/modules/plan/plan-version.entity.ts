import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { PersonId, RoleTermId } from '../../core/ids.js';
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

  /** Null where a member of the family made the change. */
  @Property(optional(columns.uuid()))
  authorId!: RoleTermId | null;

  /** The member of the family who made it; null for a professional. */
  @Property(optional(columns.uuid()))
  byId!: PersonId | null;

  @Property(columns.instant())
  changedAt!: Instant;

  /** A JSON object, `{ changes: [{ field, from, to }] }`. */
  @Property(columns.bytes())
  contentSealed!: Buffer;
}
