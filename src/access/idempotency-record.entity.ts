import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { columns, optional } from '../storage/columns.js';

/** What a viewer asked under a request id, and the ids it was answered with: asked again, it is answered again. */
@Entity({ tableName: 'request' })
export class IdempotencyRecord {
  @PrimaryKey(columns.uuid())
  viewerId!: string;

  @PrimaryKey(columns.text())
  requestId!: string;

  @Property(columns.text())
  operation!: string;

  /** Null for what is about a municipality and no case. */
  @Property(optional(columns.uuid()))
  caseId!: CaseId | null;

  /** SHA-256 of the input, so that nothing of it is kept. */
  @Property(columns.bytes())
  inputHash!: Buffer;

  @Property(columns.json())
  result!: Readonly<Record<string, string | readonly string[]>>;

  @Property(columns.instant())
  recordedAt!: Instant;
}
