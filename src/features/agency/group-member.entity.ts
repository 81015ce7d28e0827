import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { GroupFunction } from '../../core/group-place.js';
import type { MunicipalityId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** A role term's place in a group for a time. */
@Entity()
export class GroupMember {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.uuid())
  groupId!: string;

  @Property(columns.uuid())
  roleTermId!: RoleTermId;

  @Property(columns.text())
  function!: GroupFunction;

  @Property(columns.instant())
  validFrom!: Instant;

  @Property(optional(columns.instant()))
  validUntil!: Instant | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
