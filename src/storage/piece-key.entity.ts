import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CaseId } from '../core/ids.js';
import { columns } from './columns.js';

/** The wrapped key of what one agency holds in one case. */
@Entity({ tableName: 'piece_key' })
export class PieceKeyEntity {
  @PrimaryKey(columns.uuid())
  caseId!: CaseId;

  @PrimaryKey(columns.uuid())
  holderId!: AgencyId;

  @Property(columns.bytes())
  wrappedKey!: Buffer;
}
