import type { CommandScope } from '../../access/command-scope.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import type { Instant } from '../../core/period.js';
import type { DisclosingRole } from '../../core/rules/who-may-disclose.js';

const ROLES: PreparedQuery = {
  name: 'disclosing_roles',
  text: `select t.id, t.agency_id as "agencyId", t.capacity, t.profession, t.may_disclose as "mayDisclose",
      t.valid_from as "from", t.valid_until as until
    from sig.role_term t where t.id = any($1::uuid[])`,
};

interface Row extends Omit<DisclosingRole, 'period'> {
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Roles of the municipality whose case is locked, by id; none for the roles of another one. */
export async function disclosingRoles(
  scope: CommandScope,
  ids: readonly string[],
): Promise<(id: string) => DisclosingRole | null> {
  const rows = await scope.query<Row>(ROLES, [ids]);
  const roles = new Map(rows.map(({ id, from, until, ...role }) => [id, { ...role, period: { from, until } }]));
  return (id) => roles.get(id) ?? null;
}
