import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../core/case-facts.js';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import { columns, optional } from './columns.js';

/** A stored piece of information, of whatever kind; what it says lies in `plain` and `sealed` as its kind declares. */
@Entity({ tableName: 'piece' })
export class PieceEntity {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  /** The number of its kind. */
  @Property(columns.smallint())
  kind!: number;

  @Property(optional(columns.uuid()))
  parentId!: string | null;

  @Property(optional(columns.smallint()))
  parentKind!: number | null;

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

  /** A role term or a member of the family. */
  @Property(optional(columns.uuid()))
  recordedById!: string | null;

  @Property(columns.integer())
  version!: number;

  @Property(optional(columns.date()))
  validFrom!: LocalDate | null;

  @Property(optional(columns.date()))
  validUntil!: LocalDate | null;

  @Property(optional(columns.text()))
  uniqueKey!: string | null;

  @Property(columns.json())
  plain!: Record<string, unknown>;

  @Property(optional(columns.bytes()))
  sealed!: Buffer | null;
}
