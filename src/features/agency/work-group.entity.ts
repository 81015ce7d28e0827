import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { GroupKind } from '../../core/closed-lists.js';
import type { MunicipalityId } from '../../core/ids.js';
import { columns } from '../../storage/columns.js';

/** The operative or the steering group of a municipality (R11, R12). */
@Entity()
export class WorkGroup {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  kind!: GroupKind;

  @Property(columns.text())
  name!: string;
}
