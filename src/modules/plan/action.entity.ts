import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import { columns, optional } from '../../database/columns.js';
import { Piece } from '../../database/piece.js';

/** What is to be done and who is responsible (R15), held by the agency that wrote it. */
@Entity()
export class Action extends Piece {
  @Property(columns.uuid())
  planId!: string;

  @Property(columns.uuid())
  goalId!: string;

  @Property(columns.integer())
  position!: number;

  @Property(columns.integer())
  version!: number;

  @Property(columns.bytes())
  whatSealed!: Buffer;

  @Property(columns.text())
  responsibleKind!: 'PROFESSIONAL' | 'AGENCY' | 'YOUNG_PERSON' | 'GUARDIAN' | 'IMPORTANT_PERSON';

  /** A role term, an agency, a person of the case or another important person, by `responsibleKind`. */
  @Property(columns.uuid())
  responsibleId!: string;

  /** Guardians may need support of their own (R16). */
  @Property(columns.text())
  supports!: 'YOUNG_PERSON' | 'GUARDIANS';

  @Property(optional(columns.date()))
  dueOn!: LocalDate | null;

  @Property(columns.text())
  status!: 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'NOT_DONE' | 'CANCELLED';
}
