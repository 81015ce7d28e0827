import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MunicipalityId } from '../../core/ids.js';
import { columns, optional } from '../../storage/columns.js';

/** A part of the municipality that the work turns to first (R5). */
@Entity()
export class FocusArea {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  name!: string;

  @Property(optional(columns.uuid()))
  promiseId!: string | null;
}
