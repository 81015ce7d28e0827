import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { DisclosureGround } from '../../core/disclosure.js';
import type { AgencyId, CaseId, PersonId, RoleTermId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** A holder's decision to disclose without consent. Only its end is ever written later. */
@Entity()
export class StatutoryDisclosure {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  holderId!: AgencyId;

  @Property(columns.uuid())
  decidedById!: RoleTermId;

  /** The one role term that reads the copy. */
  @Property(columns.uuid())
  recipientId!: RoleTermId;

  @Property(columns.text())
  ground!: DisclosureGround;

  /** Of the copied pieces. */
  @Property(columns.texts())
  categories!: InformationCategory[];

  /** The key of this disclosure alone: its recipient does not know the case. */
  @Property(columns.bytes())
  wrappedKey!: Buffer;

  @Property(columns.bytes())
  aboutSealed!: Buffer;

  @Property(columns.instant())
  decidedAt!: Instant;

  @Property(columns.instant())
  until!: Instant;

  @Property(optional(columns.instant()))
  endedAt!: Instant | null;

  @Property(optional(columns.uuid()))
  endedById!: RoleTermId | null;

  /** From when the family may know of it. */
  @Property(columns.instant())
  toldFrom!: Instant;

  /** Guardians from whom one of the pieces was kept when it was disclosed. */
  @Property(columns.uuids())
  keptFromIds!: PersonId[];
}
