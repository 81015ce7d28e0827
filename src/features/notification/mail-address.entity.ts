import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MunicipalityId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { Capacity } from '../../core/viewer.js';
import { columns, optional } from '../../storage/columns.js';

/** Where one person is told by mail that there is something new; written through functions of the database alone. */
@Entity()
export class MailAddress {
  /** A role term, or a member of the family. */
  @PrimaryKey(columns.uuid())
  subjectId!: string;

  @Property(columns.text())
  capacity!: Capacity;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  /** Null once it was taken back; what is left bounds how often codes are sent. */
  @Property(optional(columns.bytes()))
  addressSealed!: Buffer | null;

  @Property(columns.bytes())
  codeHash!: Buffer;

  @Property(columns.instant())
  codeExpiresAt!: Instant;

  /** Wrong codes so far. */
  @Property(columns.integer())
  tries!: number;

  @Property(columns.instant())
  askedAt!: Instant;

  @Property(columns.instant())
  askedSince!: Instant;

  /** Codes sent since then. */
  @Property(columns.integer())
  asked!: number;

  @Property(optional(columns.instant()))
  confirmedAt!: Instant | null;

  /** The place of the last change that was told of, or passed over. */
  @Property(columns.bigint())
  toldTo!: number;

  @Property(optional(columns.instant()))
  sentAt!: Instant | null;

  @Property(optional(columns.instant()))
  dueAt!: Instant | null;

  @Property(columns.integer())
  attempts!: number;
}
