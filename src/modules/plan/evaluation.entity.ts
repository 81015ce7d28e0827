import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** How an action went (utvärdering, R17), held by the agency that evaluates; and at the closing how the whole went. */
@Entity()
export class Evaluation extends Piece {
  /** None at the closing. */
  @Property(optional(columns.uuid()))
  actionId!: string | null;

  @Property(columns.bytes())
  textSealed!: Buffer;

  /** None where the young person wrote it: then `byId`. */
  @Property(optional(columns.uuid()))
  authorId!: RoleTermId | null;

  @Property(optional(columns.uuid()))
  byId!: PersonId | null;

  @Property(columns.date())
  evaluatedOn!: LocalDate;
}
