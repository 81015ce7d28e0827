import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Instant } from '../../core/period.js';
import { columns } from '../../storage/columns.js';

/** A signed root over the first `size` rows of the access record; append-only. */
@Entity()
export class AccessRoot {
  @PrimaryKey({ ...columns.bigint(), autoincrement: false })
  size!: number;

  @Property(columns.bytes())
  root!: Buffer;

  /** The roots of the perfect subtrees, largest first, 32 bytes each: what the next root is computed from. */
  @Property(columns.bytes())
  frontier!: Buffer;

  @Property(columns.instant())
  at!: Instant;

  /** Ed25519, over the text of `record/signed-root.ts`. */
  @Property(columns.bytes())
  signature!: Buffer;
}
