import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { CaseId, ProfessionalId, RoleTermId } from '../../core/ids.js';
import { columns, optional } from '../../storage/columns.js';

/**
 * How a statement was given, and on which information: evidence for signers and coordinator, never for the decision.
 */
@Entity()
export class ConsentDetail {
  @PrimaryKey(columns.uuid())
  statementId!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.bytes())
  purposeSealed!: Buffer;

  @Property(columns.text())
  method!: string;

  /** Which version of the leaflet and form was shown (R19). */
  @Property(columns.text())
  formVersion!: string;

  @Property(columns.text())
  language!: string;

  @Property(optional(columns.uuid()))
  informedById!: ProfessionalId | null;

  @Property(optional(columns.bytes()))
  witnessSealed!: Buffer | null;

  @Property(optional(columns.text()))
  documentHash!: string | null;

  @Property(optional(columns.bytes()))
  reasonSealed!: Buffer | null;

  /** Who entered it on the signer's behalf; null where the signer did it from their own view. */
  @Property(optional(columns.uuid()))
  recordedById!: RoleTermId | null;

  /** Who confirmed it, where the municipality's rules ask for a second person. */
  @Property(optional(columns.uuid()))
  confirmedById!: RoleTermId | null;
}
