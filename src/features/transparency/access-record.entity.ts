import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Basis } from '../../core/decision.js';
import type { AgencyId, CaseId, PersonId, RoleTermId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Instant } from '../../core/period.js';
import type { Capacity } from '../../core/viewer.js';
import { columns, optional } from '../../storage/columns.js';

/** One cell of which something was shown, and why it was open. */
export interface RecordedEntry {
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  readonly basis: Basis;
  /** Members of the family from whom all that was shown of the cell was kept, and who are not told of it. */
  readonly keptFromIds?: readonly PersonId[];
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
  entries!: readonly RecordedEntry[];

  /** Its place in the whole record; with the next three given by the sealer, and never changed again. */
  @Property(optional(columns.bigint()))
  position!: number | null;

  /** Its place in the chain of its case, from 1. */
  @Property(optional(columns.integer()))
  chainSeq!: number | null;

  /** The hash of the row before it in its case; empty for the first. */
  @Property(optional(columns.bytes()))
  previousHash!: Buffer | null;

  @Property(optional(columns.bytes()))
  hash!: Buffer | null;
}
