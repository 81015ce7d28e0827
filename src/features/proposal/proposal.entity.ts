import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { CaseId, MunicipalityId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { ConcernStand, ProposalBasis, ProposalReason, ProposalState, RiskArea } from '../../core/proposal.js';
import { columns, optional } from '../../storage/columns.js';

/** How a case began: who proposed, on which grounds, and what became of it. Nothing in it names the young person. */
@Entity()
export class Proposal {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  caseId!: CaseId;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  /** Null once it is destroyed. */
  @Property(optional(columns.uuid()))
  proposerId!: RoleTermId | null;

  @Property(columns.text())
  state!: ProposalState;

  /** Null while it is blind. */
  @Property(optional(columns.text()))
  basis!: ProposalBasis | null;

  @Property(columns.texts())
  reasons!: ProposalReason[];

  @Property(columns.texts())
  riskAreas!: RiskArea[];

  @Property(optional(columns.text()))
  concernStand!: ConcernStand | null;

  @Property(optional(columns.date()))
  concernReportedOn!: LocalDate | null;

  @Property(columns.instant())
  proposedAt!: Instant;

  @Property(optional(columns.instant()))
  decidedAt!: Instant | null;

  /** The day on which a declined one is destroyed. */
  @Property(optional(columns.date()))
  destroyOn!: LocalDate | null;

  @Property(optional(columns.date()))
  destroyedOn!: LocalDate | null;

  /** That of the case; written when all else is destroyed. */
  @Property(optional(columns.text()))
  number!: string | null;
}
