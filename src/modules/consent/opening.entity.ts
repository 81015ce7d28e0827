import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId, PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Period } from '../../core/period.js';
import { columns } from '../../database/columns.js';

/** Projection of the ledger that row-level security reads: one cell, open for one interval. Rewritten, never edited. */
@Entity()
export class Opening {
  @PrimaryKey(columns.uuid())
  caseId!: CaseId;

  @PrimaryKey(columns.uuid())
  recipientId!: AgencyId;

  @PrimaryKey(columns.uuid())
  holderId!: AgencyId;

  @PrimaryKey(columns.text())
  category!: InformationCategory;

  @PrimaryKey(columns.uuid())
  subjectId!: PersonId;

  @PrimaryKey(columns.period())
  valid!: Period;

  /** Pieces recorded inside are open. */
  @Property(columns.periods())
  data!: readonly Period[];

  /** Ledger sequences of the grants that carry it. */
  @Property(columns.integers())
  statements!: number[];
}
