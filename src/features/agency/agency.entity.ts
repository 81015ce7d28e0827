import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyKind } from '../../core/case-facts.js';
import type { AgencyId, MunicipalityId } from '../../core/ids.js';
import { columns, optional } from '../../storage/columns.js';

/** An independent branch (verksamhetsgren): secrecy stands between any two of them, also of one school. */
@Entity()
export class Agency {
  @PrimaryKey(columns.uuid())
  id!: AgencyId;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  name!: string;

  @Property(columns.text())
  kind!: AgencyKind;

  @Property(optional(columns.uuid()))
  parentId!: AgencyId | null;
}
