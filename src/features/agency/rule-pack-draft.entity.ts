import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { RulePack } from '../../core/case-facts.js';
import type { MunicipalityId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** Rules that ask for less than those before, until a second administrator has answered. */
@Entity({ tableName: 'rule_pack_draft' })
export class RulePackDraft {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.integer())
  version!: number;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(columns.json())
  rules!: Omit<RulePack, 'version'>;

  @Property(columns.texts())
  loosens!: readonly string[];

  @Property(columns.uuid())
  enteredById!: RoleTermId;

  @Property(columns.instant())
  recordedAt!: Instant;

  @Property(columns.text())
  state!: 'WAITING' | 'CONFIRMED' | 'REJECTED';

  @Property(optional(columns.uuid()))
  answeredById!: RoleTermId | null;

  @Property(optional(columns.instant()))
  answeredAt!: Instant | null;
}
