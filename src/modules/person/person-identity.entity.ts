import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { PersonId } from '../../core/ids.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** Name and personal identity number: category IDENTITY for the young person, FAMILY for everyone else. */
@Entity()
export class PersonIdentity extends Piece {
  @Property(columns.uuid())
  personId!: PersonId;

  @Property(columns.bytes())
  givenNameSealed!: Buffer;

  @Property(columns.bytes())
  familyNameSealed!: Buffer;

  @Property(optional(columns.bytes()))
  personalIdentityNumberSealed!: Buffer | null;

  /** Keyed hash, for finding a case by the number. */
  @Property(optional(columns.bytes()))
  personalIdentityNumberHash!: Buffer | null;
}
