import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { columns } from './columns.js';

/** The one clock of all processes: the database's own time plus this offset. */
@Entity()
export class Clock {
  @PrimaryKey(columns.boolean())
  onlyRow!: true;

  /** Milliseconds; other than 0 in development only. */
  @Property(columns.bigint())
  offsetMs!: number;
}
