import { DomainError } from '../core/errors.js';
import type { MunicipalityId } from '../core/ids.js';
import type { GroupPlace } from '../core/steering.js';
import type { UnitOfWork } from '../storage/unit-of-work.js';
import type { PreparedQuery } from './prepared-query.js';
import type { Locked, Target } from './run-command.js';

/** What the lock of the steering group told. */
export interface SteeringScope {
  readonly municipalityId: MunicipalityId;
  readonly groupId: string;
  /** Every place in the group that there ever was. */
  readonly members: readonly GroupPlace[];
  readonly at: number;
  readonly em: UnitOfWork;
  readonly newId: () => string;
}

type LockedGroup = Locked & Pick<SteeringScope, 'municipalityId' | 'members'> & { readonly groupId: string | null };

const OPEN: PreparedQuery = {
  name: 'open_steering',
  text: `select at, viewer, null::uuid as "caseId", municipality_id as "municipalityId", group_id as "groupId", members
    from sig.open_steering($1, $2)`,
};

/** The municipality's steering group, locked. No case is touched and nobody is told. */
export const STEERING_GROUP: Target<LockedGroup, SteeringScope> = {
  async lock({ who, query }) {
    const [locked] = await query<LockedGroup>(OPEN, [who.subjectId, who.capacity]);
    if (locked !== undefined && locked.groupId === null) throw new DomainError('INVALID_STATE', 'noSteeringGroup');
    return locked ?? null;
  },
  refusal: () => new DomainError('UNAUTHENTICATED', 'tokenRefused'),
  open({ em, deps: { newId } }, { municipalityId, groupId, members, at }) {
    if (groupId === null) throw new DomainError('INVALID_STATE', 'noSteeringGroup');
    return Promise.resolve({ municipalityId, groupId, members, at, em, newId });
  },
  close: () => Promise.resolve(),
};
