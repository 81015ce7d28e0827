import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Duty } from '../../core/duty.js';
import type { CaseId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** A confirmed place in the group round the case; the agency is that of the role term. */
@Entity()
export class Assignment {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  roleTermId!: RoleTermId;

  /** None for the coordinator. */
  @Property(optional(columns.text()))
  duty!: Duty | null;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
