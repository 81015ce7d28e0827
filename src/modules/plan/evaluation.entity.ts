import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { RoleTermId } from '../../core/ids.js';
import { columns } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** How an action went (utvärdering, R17), held by the agency that evaluates. */
@Entity()
export class Evaluation extends Piece {
  @Property(columns.uuid())
  actionId!: string;

  @Property(columns.bytes())
  textSealed!: Buffer;

  @Property(columns.uuid())
  authorId!: RoleTermId;

  @Property(columns.date())
  evaluatedOn!: LocalDate;
}
