import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId } from '../../core/ids.js';
import { columns, optional } from '../../storage/columns.js';

/** Why the holder decided so: for the holder alone, neither for the recipient nor for the family. */
@Entity()
export class DisclosureReason {
  @PrimaryKey(columns.uuid())
  disclosureId!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  holderId!: AgencyId;

  @Property(columns.bytes())
  reasonsSealed!: Buffer;

  /** Why the family is told later. */
  @Property(optional(columns.bytes()))
  delayReasonSealed!: Buffer | null;
}
