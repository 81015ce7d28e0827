import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { PersonId } from '../../core/ids.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Address and telephone number; withheld while the person is protected. */
@Entity()
export class PersonContact extends Piece {
  @Property(columns.uuid())
  personId!: PersonId;

  @Property(optional(columns.bytes()))
  addressSealed!: Buffer | null;

  @Property(optional(columns.bytes()))
  phoneSealed!: Buffer | null;
}
