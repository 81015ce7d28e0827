import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MeetingStatus } from '../../core/closed-lists.js';
import type { MunicipalityId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { columns, optional } from '../../storage/columns.js';

/** A meeting of a municipality's steering group (R11). It is about no case, so it is no piece. */
@Entity()
export class SteeringMeeting {
  @PrimaryKey(columns.uuid())
  id!: string;

  @Property(columns.uuid())
  municipalityId!: MunicipalityId;

  @Property(columns.uuid())
  groupId!: string;

  @Property(columns.instant())
  startsAt!: Instant;

  @Property(columns.instant())
  endsAt!: Instant;

  @Property(columns.text())
  status!: MeetingStatus;

  /** Counts up with every change. */
  @Property(columns.integer())
  version!: number;

  /** Role terms of the members who came; null until it was held. */
  @Property(optional(columns.uuids()))
  attendedIds!: RoleTermId[] | null;

  /** Role terms of the members who did not come; null until it was held. */
  @Property(optional(columns.uuids()))
  absentIds!: RoleTermId[] | null;

  /** What was written down, sealed under a key of no case. */
  @Property(optional(columns.bytes()))
  minutesSealed!: Buffer | null;

  @Property(columns.instant())
  recordedAt!: Instant;
}
