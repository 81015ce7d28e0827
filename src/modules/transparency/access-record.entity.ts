import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Basis } from '../../core/decision.js';
import type { AgencyId, CaseId, PersonId, RoleTermId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Instant } from '../../core/period.js';
import type { Capacity } from '../../core/viewer.js';
import { columns, optional } from '../../database/columns.js';

/** One cell of which something was shown, and why it was open. */
export interface AccessEntry {
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  readonly basis: Basis;
}

/** What one operation showed one viewer of one case; append-only. */
@Entity()
export class AccessRecord {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  operationId!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  viewerId!: RoleTermId | PersonId;

  @Property(columns.text())
  capacity!: Capacity;

  @Property(optional(columns.uuid()))
  agencyId!: AgencyId | null;

  @Property(columns.instant())
  at!: Instant;

  @Property(columns.json())
  entries!: readonly AccessEntry[];
}
