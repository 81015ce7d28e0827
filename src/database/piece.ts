import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import { columns } from './columns.js';

/** What every stored piece of information carries; row-level security and the core judge it by this and nothing else. */
@Entity({ abstract: true })
export abstract class Piece {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  /** The independent branch whose information it is. */
  @Property(columns.uuid())
  holderId!: AgencyId;

  @Property(columns.text())
  category!: InformationCategory;

  /** At least one; each of them must be open to the reader. */
  @Property(columns.uuids())
  subjectIds!: PersonId[];

  /** Withheld by its holder from everyone else, without any trace. */
  @Property(columns.boolean())
  heldBack!: boolean;

  /** Members of the family from whom it is kept (OSL 12:3). */
  @Property(columns.uuids())
  hiddenFromIds!: PersonId[];

  @Property(columns.instant())
  recordedAt!: Instant;
}
