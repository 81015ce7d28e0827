import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ProtectionLevel } from '../../core/case-facts.js';
import type { CaseId, PersonId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** Protected personal data of one person (sekretessmarkering or skyddad folkbokföring). */
@Entity()
export class Protection {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  personId!: PersonId;

  @Property(columns.text())
  level!: ProtectionLevel;

  /** The role terms that read what is protected under PROTECTED_REGISTRATION. */
  @Property(columns.uuids())
  handlerIds!: RoleTermId[];

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
