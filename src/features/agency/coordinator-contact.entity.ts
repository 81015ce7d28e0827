import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MunicipalityId } from '../../core/ids.js';
import { columns, optional } from '../../storage/columns.js';

/** How the public reaches the coordinator (R13); one for each municipality. */
@Entity()
export class CoordinatorContact {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  name!: string;

  @Property(optional(columns.text()))
  telephone!: string | null;

  @Property(optional(columns.text()))
  email!: string | null;

  @Property(optional(columns.text()))
  switchboard!: string | null;

  /** In words, where there is no direct line. */
  @Property(optional(columns.text()))
  reachedThrough!: string | null;
}
