import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, MunicipalityId, PersonId, RoleTermId } from '../core/ids.js';
import type { Capacity } from '../core/viewer.js';
import { columns, optional } from './columns.js';

/** From this position on: the people of a case that was told once more, known to whoever asked for it and listed nowhere. */
export const FIRST_COPY = 1_000_000;

/** Somebody to sign in as; development only, written by the demo data. */
@Entity()
export class DemoPersona {
  /** Equals the id of the viewer. */
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.integer())
  position!: number;

  @Property(columns.uuid())
  subjectId!: RoleTermId | PersonId;

  @Property(columns.text())
  name!: string;

  @Property(optional(columns.text()))
  profession!: string | null;

  @Property(optional(columns.uuid()))
  agencyId!: AgencyId | null;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  capacity!: Capacity;
}
