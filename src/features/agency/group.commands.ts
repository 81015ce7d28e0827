import type { Administer } from '../../access/municipality-target.js';
import { rewrite } from '../../access/command-piece.js';
import { DomainError } from '../../core/errors.js';
import { endOfPlace, requireFreePlace } from '../../core/group-place.js';
import { requireId } from '../../core/ids.js';
import { GroupMember } from './group-member.entity.js';
import type { AddGroupMemberInput, EndGroupMemberInput } from './group-input.type.js';
import { RoleTerm } from './role-term.entity.js';
import { WorkGroup } from './work-group.entity.js';

export type GroupMemberResult = { readonly memberId: string };

/** A place opens nothing of any case: the groups of a municipality see no more of the young than before. */
export function addGroupMember(administer: Administer, input: AddGroupMemberInput): Promise<GroupMemberResult> {
  const { requestId } = input;
  return administer({ operation: 'addGroupMember', act: 'CHANGE_GROUP', requestId, input }, async (scope) => {
    const { em, municipalityId, at: recordedAt } = scope;
    const groupId = requireId<string>(input.groupId);
    const roleTermId = requireId<'RoleTerm'>(input.professionalId);
    const group = await em.findOne(WorkGroup, { id: groupId, municipalityId });
    if (group === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    const validFrom = input.from ?? recordedAt;
    const validUntil = input.until ?? null;
    if (validFrom < recordedAt || (validUntil !== null && validUntil <= validFrom)) {
      throw new DomainError('BAD_USER_INPUT', 'groupTimes');
    }
    const role = await em.findOne(RoleTerm, { id: roleTermId, municipalityId });
    const others = await em.find(GroupMember, { groupId, roleTermId });
    requireFreePlace({ validFrom, validUntil }, role, others);
    const id = scope.newId();
    const place = { groupId, roleTermId, function: input.function, validFrom, validUntil };
    em.persist(em.create(GroupMember, { id, municipalityId, ...place, recordedAt }));
    return { memberId: id };
  });
}

/** At once; one that has not begun never does. */
export function endGroupMember(administer: Administer, input: EndGroupMemberInput): Promise<GroupMemberResult> {
  const { requestId } = input;
  return administer({ operation: 'endGroupMember', act: 'CHANGE_GROUP', requestId, input }, async (scope) => {
    const { em, municipalityId, at } = scope;
    const member = await em.findOne(GroupMember, { id: requireId<string>(input.memberId), municipalityId });
    if (member === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    rewrite(member, { validUntil: endOfPlace(member, at) });
    return { memberId: member.id };
  });
}
