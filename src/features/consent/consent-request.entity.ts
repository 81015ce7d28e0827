import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { SignerResponse } from '../../core/consent-request.js';
import type { CaseId, PersonId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns } from '../../storage/columns.js';

/** What the family is asked to say yes or no to. No decision rests on it: a yes and a no are statements of the ledger. */
@Entity()
export class ConsentRequest {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  subjectId!: PersonId;

  /** The form and its information, as they were shown. */
  @Property(columns.bytes())
  contentSealed!: Buffer;

  @Property(columns.uuid())
  askedById!: RoleTermId;

  @Property(columns.instant())
  askedAt!: Instant;

  @Property(columns.json())
  answers!: readonly SignerResponse[];
}
