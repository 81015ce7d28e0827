import type { MutationRow } from './mutation-row.js';
import type { MutationWorld } from './mutation-world.js';

const ADMINISTRATOR = { capacity: 'ADMINISTRATOR' };

/** A place in the steering group that the social pedagogue, who has none, may be given. */
async function place({ owner, persona }: MutationWorld): Promise<object> {
  const { id: professionalId } = persona({ profession: 'SOCIAL_PEDAGOGUE' });
  await owner('delete from group_member where role_term_id = $1', [professionalId]);
  const groupId = await owner(
    `select g.id from work_group g join municipality m on m.id = g.municipality_id
      where g.kind = 'STEERING' and m.name like 'Uddevalla%'`,
  );
  return { input: { groupId, professionalId, function: 'CHAIR' } };
}

/** Who sits in the groups of the municipality. */
export const GROUP_ROWS: readonly MutationRow[] = [
  {
    field: 'addGroupMember',
    by: ADMINISTRATOR,
    forbiddenTo: 'COORDINATOR',
    refusedIn: [],
    of: null,
    writes: 'group_member',
    change: place,
  },
  {
    field: 'endGroupMember',
    by: ADMINISTRATOR,
    forbiddenTo: 'COORDINATOR',
    refusedIn: [],
    of: null,
    writes: 'group_member where valid_until is not null',
    change: async (world) => ({
      input: { memberId: await world.made(ADMINISTRATOR, 'addGroupMember', await place(world)) },
    }),
  },
];
