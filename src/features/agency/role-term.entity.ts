import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, MunicipalityId, ProfessionalId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { Capacity } from '../../core/viewer.js';
import { columns, optional } from '../../storage/columns.js';

/** One capacity of a professional for a time; a token carries exactly one. */
@Entity()
export class RoleTerm {
  @PrimaryKey(columns.uuid())
  id!: RoleTermId;

  @Property(columns.uuid())
  professionalId!: ProfessionalId;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  /** Null for steering members and administrators, who see no case. */
  @Property(optional(columns.uuid()))
  agencyId!: AgencyId | null;

  @Property(columns.text())
  profession!: string;

  @Property(columns.text())
  capacity!: Exclude<Capacity, 'YOUNG_PERSON' | 'GUARDIAN'>;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(columns.instant())
  recordedAt!: Instant;

  /** Whether the term carries the right to disclose by statute, without consent. */
  @Property(columns.boolean())
  mayDisclose!: boolean;
}
