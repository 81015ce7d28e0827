import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { columns } from '../storage/columns.js';

/** How far the notifier has come; one row. */
@Entity()
export class Notifier {
  @PrimaryKey(columns.boolean())
  onlyRow!: boolean;

  @Property(columns.bigint())
  lastPosition!: number;
}
