import type { MunicipalityId, RoleTermId } from '../core/ids.js';
import type { CitizenPromise } from '../features/agency/citizen-promise.entity.js';
import type { CoordinatorContact } from '../features/agency/coordinator-contact.entity.js';
import type { FocusArea } from '../features/agency/focus-area.entity.js';
import type { GroupMember } from '../features/agency/group-member.entity.js';
import type { WorkGroup } from '../features/agency/work-group.entity.js';
import type { MunicipalityStory, OfficeKey, ProfessionalKey } from './story.js';

/**
 * The registers are older than any case: both municipalities' rules and terms are in force from the leaflets' year on.
 */
export const SINCE = Date.UTC(2019, 0, 1);

/** What everybody of the municipality may read beside its agencies and rules. */
export interface PublicRegisters {
  readonly contact: CoordinatorContact;
  readonly promises: readonly CitizenPromise[];
  readonly areas: readonly FocusArea[];
  readonly groups: readonly WorkGroup[];
  readonly members: readonly GroupMember[];
}

export function publicRegisters(
  { staff, contact, areas, groups }: MunicipalityStory,
  municipalityId: MunicipalityId,
  newId: () => string,
  roleTermId: (key: ProfessionalKey | OfficeKey) => RoleTermId,
): PublicRegisters {
  const promises =
    areas === null
      ? []
      : [{ id: newId(), municipalityId, text: areas.promise, validFrom: '2019-01-01', validUntil: null }];
  const placed = groups.map(({ kind, name, members }) => ({
    group: { id: newId(), municipalityId, kind, name },
    members,
  }));
  return {
    contact: {
      id: newId(),
      municipalityId,
      name: staff.coordinator.name,
      telephone: contact.telephone ?? null,
      email: contact.email ?? null,
      switchboard: contact.switchboard ?? null,
      reachedThrough: contact.reachedThrough ?? null,
    },
    promises,
    areas: (areas?.names ?? []).map((name) => ({
      id: newId(),
      municipalityId,
      name,
      promiseId: promises[0]?.id ?? null,
    })),
    groups: placed.map(({ group }) => group),
    members: placed.flatMap(({ group, members }) =>
      members.map((key) => ({
        id: newId(),
        municipalityId,
        groupId: group.id,
        roleTermId: roleTermId(key),
        function: 'MEMBER',
        validFrom: SINCE,
        validUntil: null,
        recordedAt: SINCE,
      })),
    ),
  };
}
