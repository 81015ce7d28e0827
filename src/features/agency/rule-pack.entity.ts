import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { RulePack } from '../../core/case-facts.js';
import type { MunicipalityId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns } from '../../storage/columns.js';

/** One version of a municipality's local rules; it applies from `validFrom` until the next one does. */
@Entity({ tableName: 'rule_pack' })
export class RulePackVersion {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.integer())
  version!: number;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(columns.instant())
  recordedAt!: Instant;

  @Property(columns.json())
  rules!: Omit<RulePack, 'version'>;
}
