import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { MunicipalityId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { Capacity } from '../../core/viewer.js';
import { columns, optional } from '../../storage/columns.js';

/** A calendar feed of one person; written through functions of the database alone. */
@Entity()
export class CalendarFeed {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  /** A role term, or a member of the family. */
  @Property(columns.uuid())
  subjectId!: string;

  @Property(columns.text())
  capacity!: Capacity;

  /** SHA-256 of the token, which itself is told once and kept nowhere. */
  @Property(columns.bytes())
  @Unique()
  tokenHash!: Buffer;

  @Property(columns.instant())
  createdAt!: Instant;

  @Property(columns.instant())
  expiresAt!: Instant;

  @Property(optional(columns.instant()))
  revokedAt!: Instant | null;
}
