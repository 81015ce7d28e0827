import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { MunicipalityId } from '../../core/ids.js';
import { columns, optional } from '../../storage/columns.js';

/** A promise of municipality and police to the citizens (medborgarlöfte, R5); half-open local dates. */
@Entity()
export class CitizenPromise {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  text!: string;

  @Property(columns.date())
  validFrom!: LocalDate;

  @Property(optional(columns.date()))
  validUntil!: LocalDate | null;
}
