import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { CaseId, MunicipalityId, PersonId, ProfessionalId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { IdentityKind } from '../../core/sign-in-identity.js';
import { columns, optional } from '../../storage/columns.js';

/** Whose a sign-in at an identity provider is: a professional's, or that of somebody in a case. */
@Entity()
export class Identity {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  kind!: IdentityKind;

  /** Keyed, in hexadecimal digits: found again by whoever signs in, and read by nobody. */
  @Property(columns.text())
  hash!: string;

  @Property(optional(columns.uuid()))
  professionalId!: ProfessionalId | null;

  @Property(optional(columns.uuid()))
  caseId!: CaseId | null;

  @Property(optional(columns.uuid()))
  personId!: PersonId | null;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(columns.instant())
  recordedAt!: Instant;

  /** `viewer.id` of whoever tied it; null where a setup file did. */
  @Property(optional(columns.uuid()))
  recordedById!: string | null;
}
