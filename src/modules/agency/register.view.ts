import type { ReadScope } from '../../access/read-scope.js';
import type { GroupFunction } from '../../core/group-place.js';
import { professional } from './agency.view.js';
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

/** The registers of the viewer's municipality, once per scope. */
function registers(scope: ReadScope): Promise<RegistersRow> {
  return scope
    .loader('public_registers', async (keys) => {
      const [row] = await scope.query<RegistersRow>(PUBLIC_REGISTERS, []);
      if (row === undefined) throw new Error('The viewer has no municipality');
      return keys.map(() => row);
    })
    .load('own');
}

export async function coordinatorContact(scope: ReadScope): Promise<CoordinatorContactType | null> {
  return (await registers(scope)).contact;
}

export async function focusAreas(scope: ReadScope): Promise<FocusAreaType[]> {
  return (await registers(scope)).areas;
}

export async function groups(scope: ReadScope): Promise<GroupType[]> {
  const rows = (await registers(scope)).groups;
  return Promise.all(rows.map(async (row) => ({ ...row, members: await members(scope, row.members) })));
}

/** One place, also one that is ahead or over; `null` for another municipality's. */
export async function groupMember(scope: ReadScope, id: string): Promise<GroupMemberType | null> {
  const [row] = await scope.query<MemberRow>(GROUP_MEMBER, [id]);
  return row === undefined ? null : shown(scope, row);
}

async function shown(scope: ReadScope, { roleTermId, ...row }: MemberRow): Promise<GroupMemberType> {
  return { ...row, professional: await professional(scope, roleTermId) };
}

async function members(scope: ReadScope, rows: readonly MemberRow[]): Promise<GroupMemberType[]> {
  const named = await Promise.all(rows.map((row) => shown(scope, row)));
  const name = (member: GroupMemberType): string => member.professional?.name ?? '';
  return named.sort((a, b) => name(a).localeCompare(name(b), 'sv'));
}
