import type { CommandScope } from '../../access/command-scope.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { ProfessionalId, RoleTermId } from '../../core/ids.js';

const ROLE: PreparedQuery = {
  name: 'command_role',
  text: `select t.id, p.id as "professionalId", p.name from sig.role_term t join sig.professional p on p.id = t.professional_id where t.id = $1`,
};

export interface Official {
  readonly id: RoleTermId;
  readonly professionalId: ProfessionalId;
  readonly name: string;
}

/**
 * A professional of the municipality in a role, by the id that the API gives them.
 *
 * @throws DomainError BAD_USER_INPUT when there is none.
 */
export async function official(scope: CommandScope, id: string): Promise<Official> {
  const [found] = await scope.query<Official>(ROLE, [requireId(id)]);
  if (found === undefined) throw new DomainError('BAD_USER_INPUT', 'professionalUnknown');
  return found;
}
