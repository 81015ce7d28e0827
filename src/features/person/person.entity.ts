import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate, PersonKind } from '../../core/case-facts.js';
import type { CaseId, PersonId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** A young person, guardian or other subject in one case; another case has another id for the same human being. */
@Entity()
export class Person {
  @PrimaryKey(columns.uuid())
  id!: PersonId;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.text())
  kind!: PersonKind;

  /** Null only for guardians. */
  @Property(optional(columns.date()))
  birthDate!: LocalDate | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
