import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MunicipalityId } from '../../core/ids.js';
import { columns } from '../../storage/columns.js';

/** A municipality with its own agencies, rules and cases; two never see each other. */
@Entity()
export class Municipality {
  @PrimaryKey(columns.uuid())
  id!: MunicipalityId;

  @Property(columns.text())
  name!: string;

  /** Four digits of the register of municipalities (SCB kommunkod). */
  @Property(columns.text())
  code!: string;
}
