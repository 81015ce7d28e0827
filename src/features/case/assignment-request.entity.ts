import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AssignmentRequestState, Duty } from '../../core/duty.js';
import type { CaseId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** That the coordinator asks somebody to take part. No decision rests on it before the yes. */
@Entity()
export class AssignmentRequest {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  roleTermId!: RoleTermId;

  @Property(columns.text())
  duty!: Duty;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(columns.uuid())
  requestedById!: RoleTermId;

  @Property(columns.instant())
  requestedAt!: Instant;

  @Property(columns.text())
  state!: AssignmentRequestState;

  /** That professional, or the unit manager of the agency. */
  @Property(optional(columns.uuid()))
  answeredById!: RoleTermId | null;

  @Property(optional(columns.instant()))
  answeredAt!: Instant | null;
}
