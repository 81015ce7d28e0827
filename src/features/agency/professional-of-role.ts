import type { AdministrationScope } from '../../access/municipality-target.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { ProfessionalId, RoleTermId } from '../../core/ids.js';
import { RoleTerm } from './role-term.entity.js';

/**
 * The human being behind a role, as a client names it by `Professional.id`.
 *
 * @throws DomainError NOT_FOUND for a role of another municipality, or none.
 */
export async function professionalOfRole(
  { em, municipalityId }: AdministrationScope,
  text: string,
): Promise<{ readonly roleTermId: RoleTermId; readonly professionalId: ProfessionalId }> {
  const role = await em.findOne(RoleTerm, { id: requireId<'RoleTerm'>(text), municipalityId });
  if (role === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  return { roleTermId: role.id, professionalId: role.professionalId };
}
