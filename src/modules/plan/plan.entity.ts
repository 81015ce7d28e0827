import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { RoleTermId } from '../../core/ids.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** The shared plan (åtgärdsplan); its frame is held by the coordinator's agency, category PLAN. */
@Entity()
export class Plan extends Piece {
  @Property(optional(columns.uuid()))
  overallResponsibleId!: RoleTermId | null;
}
