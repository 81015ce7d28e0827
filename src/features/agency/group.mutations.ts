import { rewrite } from '../../access/command-piece.js';
import { MUNICIPALITY } from '../../access/municipality-target.js';
import { DomainError } from '../../core/errors.js';
import { endOfPlace, requireFreePlace } from '../../core/group-place.js';
import { requireId } from '../../core/ids.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { AddGroupMemberInput, EndGroupMemberInput } from './group-input.type.js';
import { GroupMember } from './group-member.entity.js';
import { GroupMemberType } from './register.type.js';
import { groupMember } from './register.queries.js';
import { RoleTerm } from './role-term.entity.js';
import { WorkGroup } from './work-group.entity.js';

/** A place opens nothing of any case: the groups of a municipality see no more of the young than before. */
export const AddGroupMember = officeMutation({
  name: 'addGroupMember',
  description: 'Gives somebody a place in the operative or the steering group; by an administrator.',
  input: AddGroupMemberInput,
  type: GroupMemberType,
  act: 'CHANGE_GROUP',
  target: MUNICIPALITY,
  async work(scope, input) {
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
  },
  read: (scope, { memberId }) => groupMember(scope, memberId),
});

/** At once; one that has not begun never does. */
export const EndGroupMember = officeMutation({
  name: 'endGroupMember',
  description: 'Ends a place in a group at once; by an administrator.',
  input: EndGroupMemberInput,
  type: GroupMemberType,
  act: 'CHANGE_GROUP',
  target: MUNICIPALITY,
  async work({ em, municipalityId, at }, input) {
    const member = await em.findOne(GroupMember, { id: requireId<string>(input.memberId), municipalityId });
    if (member === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    rewrite(member, { validUntil: endOfPlace(member, at) });
    return { memberId: member.id };
  },
  read: (scope, { memberId }) => groupMember(scope, memberId),
});
