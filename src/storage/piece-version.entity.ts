import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns } from './columns.js';
import { StoredPieceEntity } from './stored-piece.js';

/** What made a version of a piece. */
export type VersionCause = 'CREATED' | 'CHANGED' | 'HELD_BACK' | 'RELEASED' | 'HIDDEN' | 'SHOWN';

/** What one change of a piece gave, judged as the piece was then; never rewritten. */
@Entity({ tableName: 'piece_version' })
export class PieceVersionEntity extends StoredPieceEntity {
  @Property(columns.uuid())
  pieceId!: string;

  @Property(columns.text())
  cause!: VersionCause;
}
