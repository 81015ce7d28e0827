import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { CaseId, PersonId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** A form whose yes waits for a second person. No decision rests on it. */
@Entity()
export class PendingConsent {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  subjectId!: PersonId;

  /** The form with its evidence; `null` once it is answered, and destroyed when it lapses. */
  @Property(optional(columns.bytes()))
  contentSealed!: Buffer | null;

  @Property(columns.uuid())
  enteredById!: RoleTermId;

  @Property(columns.instant())
  enteredAt!: Instant;

  @Property(columns.instant())
  lapsesAt!: Instant;

  @Property(columns.text())
  state!: 'WAITING' | 'CONFIRMED' | 'REJECTED' | 'LAPSED';

  @Property(optional(columns.uuid()))
  answeredById!: RoleTermId | null;

  @Property(optional(columns.instant()))
  answeredAt!: Instant | null;
}
