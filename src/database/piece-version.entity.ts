import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import { columns, optional } from './columns.js';

/** What made a version of a piece. */
export type VersionCause = 'CREATED' | 'CHANGED' | 'HELD_BACK' | 'RELEASED' | 'HIDDEN' | 'SHOWN';

/** What one change of a piece gave, judged as the piece was then; never rewritten. */
@Entity({ tableName: 'piece_version' })
export class PieceVersionEntity {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  pieceId!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.smallint())
  kind!: number;

  @Property(columns.uuid())
  holderId!: AgencyId;

  @Property(columns.text())
  category!: InformationCategory;

  @Property(columns.uuids())
  subjectIds!: PersonId[];

  @Property(columns.boolean())
  heldBack!: boolean;

  @Property(columns.uuids())
  hiddenFromIds!: PersonId[];

  /** When the change was made. */
  @Property(columns.instant())
  recordedAt!: Instant;

  @Property(optional(columns.uuid()))
  recordedById!: string | null;

  @Property(columns.integer())
  version!: number;

  @Property(columns.text())
  cause!: VersionCause;

  @Property(columns.json())
  plain!: Record<string, unknown>;

  @Property(optional(columns.bytes()))
  sealed!: Buffer | null;
}
