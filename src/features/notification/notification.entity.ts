import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { CaseId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** That something changed, for one person; written by the notifier alone, through functions of the database. */
@Entity()
@Unique({ properties: ['recipientId', 'position', 'kind'] })
export class Notification {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  /** A role term, or a member of the family. */
  @Property(columns.uuid())
  recipientId!: string;

  @Property(columns.text())
  kind!: 'MEETING' | 'PLAN' | 'CASE' | 'ASSIGNMENT';

  /** What changed; read only to judge whether the recipient may see any of it. */
  @Property(columns.json())
  ids!: readonly string[];

  /** The place of the change in the one order of all changes. */
  @Property(columns.bigint())
  position!: number;

  @Property(columns.instant())
  at!: Instant;

  @Property(optional(columns.instant()))
  readAt!: Instant | null;

  /** When the outgoing message is tried next; null for never. */
  @Property(optional(columns.instant()))
  dueAt!: Instant | null;

  @Property(columns.integer())
  attempts!: number;
}
