import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MunicipalityId, ProfessionalId } from '../../core/ids.js';
import { columns } from '../../storage/columns.js';

/** A public official; the name is public (offentlig funktionär) and kept in clear. */
@Entity()
export class Professional {
  @PrimaryKey(columns.uuid())
  id!: ProfessionalId;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  name!: string;
}
