import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** What of a proposal may tell whom it is about; held as the identity is, by the proposer's agency while it is blind. */
@Entity()
export class ProposalWords extends Piece {
  @Property(optional(columns.bytes()))
  wordsSealed!: Buffer | null;

  /** The reference of the report of concern, never the report. */
  @Property(optional(columns.bytes()))
  concernReferenceSealed!: Buffer | null;

  @Property(optional(columns.bytes()))
  declineReasonSealed!: Buffer | null;
}
