import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId, PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Instant } from '../../core/period.js';
import type { PieceKind } from '../../core/piece.js';
import { columns } from '../../storage/columns.js';

/** One piece as it was when it was disclosed; what becomes of the piece afterwards does not reach it. */
@Entity()
export class DisclosedCopy {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  disclosureId!: string;

  @Property(columns.uuid())
  holderId!: AgencyId;

  @Property(columns.uuid())
  pieceId!: string;

  @Property(columns.text())
  kind!: PieceKind;

  @Property(columns.text())
  category!: InformationCategory;

  @Property(columns.uuids())
  subjectIds!: PersonId[];

  /** In the order of the decision. */
  @Property(columns.integer())
  position!: number;

  /** When the piece was recorded. */
  @Property(columns.instant())
  recordedAt!: Instant;

  /** JSON: fields and their texts. */
  @Property(columns.bytes())
  contentSealed!: Buffer;
}
