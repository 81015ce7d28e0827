import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { LocalDate } from '../../core/case-facts.js';
import type { MunicipalityId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { ReportTable } from '../../core/steering-report/report-table.js';
import { columns } from '../../storage/columns.js';

/** The report of a term as it was published, or its public part. It is never written again. */
@Entity()
export class SteeringReport {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.text())
  part!: 'WHOLE' | 'PUBLIC';

  @Property(columns.date())
  termFrom!: LocalDate;

  @Property(columns.date())
  termThrough!: LocalDate;

  @Property(columns.json())
  tables!: readonly ReportTable[];

  @Property(columns.uuid())
  publishedById!: RoleTermId;

  @Property(columns.instant())
  recordedAt!: Instant;
}
