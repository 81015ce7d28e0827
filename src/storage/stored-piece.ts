import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import { columns, optional } from './columns.js';

/** What a piece and each of its versions carry: the marks that both layers judge it by, and what it says. */
@Entity({ abstract: true })
export abstract class StoredPieceEntity {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  /** The number of its kind. */
  @Property(columns.smallint())
  kind!: number;

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

  /** Of a version, when the change was made. */
  @Property(columns.instant())
  recordedAt!: Instant;

  /** A role term or a member of the family. */
  @Property(optional(columns.uuid()))
  recordedById!: string | null;

  @Property(columns.integer())
  version!: number;

  /** Fields that SQL filters, orders or joins by, as the kind declares. */
  @Property(columns.json())
  plain!: Record<string, unknown>;

  /** Every other field, as one ciphertext. */
  @Property(optional(columns.bytes()))
  sealed!: Buffer | null;
}
