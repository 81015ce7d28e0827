import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Grant } from '../../core/case-facts.js';
import type { AgencyId, BlockId, CaseId, PersonId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** Closes cells whatever is consented (spärr); set by a signer or by the holder. */
@Entity()
export class Block {
  @PrimaryKey(columns.uuid())
  id!: BlockId;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  subjectId!: PersonId;

  @Property(optional(columns.uuid()))
  bySignerId!: PersonId | null;

  @Property(optional(columns.uuid()))
  byHolderId!: AgencyId | null;

  /** Null names every cell. */
  @Property(optional(columns.json()))
  grants!: readonly Grant[] | null;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(optional(columns.bytes()))
  reasonSealed!: Buffer | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
