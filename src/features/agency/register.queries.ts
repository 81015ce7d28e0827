import type { ReadScope } from '../../access/read-scope.js';
import type { GroupFunction } from '../../core/group-place.js';
import type { CoordinatorContactType, FocusAreaType, GroupMemberType, GroupType } from './register.type.js';
import { GROUP_MEMBER, PUBLIC_REGISTERS } from './registry.repository.js';

interface RegistersRow {
  readonly contact: CoordinatorContactType | null;
  readonly areas: FocusAreaType[];
  readonly groups: readonly (Omit<GroupType, 'members'> & { readonly members: readonly MemberRow[] })[];
}

interface MemberRow {
  readonly id: string;
  readonly function: GroupFunction;
  readonly roleTermId: string;
  readonly from: number;
  readonly until: number | null;
}

/** The registers of the viewer's municipality that are not kept, once per scope. */
function publicRegisters(scope: ReadScope): Promise<RegistersRow> {
  return scope
    .loader('public_registers', async (keys) => {
      const [row] = await scope.query<RegistersRow>(PUBLIC_REGISTERS, []);
      if (row === undefined) throw new Error('The viewer has no municipality');
      return keys.map(() => row);
    })
    .load('own');
}

export async function coordinatorContact(scope: ReadScope): Promise<CoordinatorContactType | null> {
  return (await publicRegisters(scope)).contact;
}

export async function focusAreas(scope: ReadScope): Promise<FocusAreaType[]> {
  return (await publicRegisters(scope)).areas;
}

export async function groups(scope: ReadScope): Promise<GroupType[]> {
  const rows = (await publicRegisters(scope)).groups;
  return rows.map((row) => ({ ...row, members: members(scope, row.members) }));
}

/** One place, also one that is ahead or over; `null` for another municipality's. */
export async function groupMember(scope: ReadScope, id: string): Promise<GroupMemberType | null> {
  const [row] = await scope.query<MemberRow>(GROUP_MEMBER, [id]);
  return row === undefined ? null : shown(scope, row);
}

function shown({ registers }: ReadScope, { roleTermId, ...row }: MemberRow): GroupMemberType {
  return { ...row, professional: registers.professional(roleTermId) };
}

function members(scope: ReadScope, rows: readonly MemberRow[]): GroupMemberType[] {
  const named = rows.map((row) => shown(scope, row));
  const name = (member: GroupMemberType): string => member.professional?.name ?? '';
  return named.sort((a, b) => name(a).localeCompare(name(b), 'sv'));
}
