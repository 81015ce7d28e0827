import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Grant, StatementDecision } from '../../core/case-facts.js';
import type { CaseId, PersonId } from '../../core/ids.js';
import type { Instant, Period } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** One row of the append-only ledger of consent. */
@Entity()
export class ConsentStatement {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.integer())
  sequence!: number;

  @Property(columns.uuid())
  subjectId!: PersonId;

  @Property(columns.uuid())
  signerId!: PersonId;

  @Property(columns.text())
  decision!: StatementDecision;

  /** Null names every cell; only a refusal or withdrawal may. */
  @Property(optional(columns.json()))
  grants!: readonly Grant[] | null;

  @Property(columns.instant())
  appliesFrom!: Instant;

  @Property(optional(columns.instant()))
  until!: Instant | null;

  /** Null: everything recorded up to and during the grant, except gaps. */
  @Property(optional(columns.periods()))
  dataPeriods!: readonly Period[] | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
