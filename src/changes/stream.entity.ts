import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { columns } from '../storage/columns.js';

/** The one order of all changes: how far it has come, and from where on it is kept. */
@Entity({ tableName: 'stream' })
export class Stream {
  @PrimaryKey(columns.boolean())
  onlyRow!: boolean;

  /** Places in another generation say nothing in this one. */
  @Property(columns.uuid())
  generation!: string;

  @Property(columns.bigint())
  lastPosition!: number;

  /** Changes up to and including this position are kept no longer. */
  @Property(columns.bigint())
  forgottenTo!: number;
}
