import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { CaseId, PersonId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** One guardian's custody of one subject; half-open local dates. */
@Entity()
export class Custody {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  subjectId!: PersonId;

  @Property(columns.uuid())
  guardianId!: PersonId;

  @Property(columns.date())
  validFrom!: LocalDate;

  @Property(optional(columns.date()))
  validUntil!: LocalDate | null;

  /** Recorded, never assumed (FB 6:13). */
  @Property(optional(columns.date()))
  preventedFrom!: LocalDate | null;

  @Property(optional(columns.date()))
  preventedUntil!: LocalDate | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
