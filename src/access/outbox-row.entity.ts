import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { columns, optional } from '../storage/columns.js';
import type { ChangeKind } from './change.js';

/** That something of a case may have changed: ids only, so that whoever reads it decides afresh what it may tell. */
@Entity({ tableName: 'outbox' })
export class OutboxRow {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  /** The number that the lock of the case gave: the order of the commits. */
  @Property(columns.bigint())
  caseSeq!: number;

  @Property(columns.text())
  kind!: ChangeKind;

  @Property(columns.json())
  ids!: readonly string[];

  /** Who made the change, and so is not notified of it. */
  @Property(optional(columns.uuid()))
  byId!: string | null;

  @Property(columns.instant())
  recordedAt!: Instant;

  /** Null until the sequencer has given the committed row its place among those of all cases. */
  @Property(optional(columns.bigint()))
  position!: number | null;
}
