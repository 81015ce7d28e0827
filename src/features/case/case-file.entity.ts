import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate, StoredCaseStatus } from '../../core/case-facts.js';
import type { ClosingReason } from '../../core/closing.js';
import type { CaseId, MunicipalityId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** One young person's case. Whatever changes its facts locks this row first and counts `seq` up. */
@Entity()
export class CaseFile {
  @PrimaryKey(columns.uuid())
  id!: CaseId;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  number!: string;

  @Property(columns.text())
  status!: StoredCaseStatus;

  @Property(columns.uuid())
  coordinatorId!: RoleTermId;

  @Property(columns.bigint())
  seq!: number;

  @Property(optional(columns.date()))
  startedOn!: LocalDate | null;

  @Property(optional(columns.date()))
  plannedEndOn!: LocalDate | null;

  /** The planned end of which everybody in the case has been told that it comes. */
  @Property(optional(columns.date()))
  endToldOn!: LocalDate | null;

  /** Null until it is closed, as is why. */
  @Property(optional(columns.date()))
  closedOn!: LocalDate | null;

  @Property(optional(columns.text()))
  closingReason!: ClosingReason | null;

  /** The case's own key, wrapped by the master key. */
  @Property(columns.bytes())
  wrappedKey!: Buffer;

  /** The newest instant of the ledger: no read of the case happens before it. */
  @Property(columns.instant())
  factsAt!: Instant;

  @Property(columns.instant())
  recordedAt!: Instant;
}
