import type { CommandScope } from '../../access/command-scope.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import type { ProtectionLevel } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';
import { Protection } from './protection.entity.js';

const HANDLERS: PreparedQuery = {
  name: 'protection_handlers',
  text: 'select id from sig.role_term where id = any($1::uuid[])',
};

/** One protection of a person is in force at a time: the one before ends where this one starts. */
export async function replaceProtection(
  scope: CommandScope,
  personId: PersonId,
  next: { readonly level: ProtectionLevel; readonly handlerIds: readonly RoleTermId[] } | null,
): Promise<void> {
  const { em, caseId, at } = scope;
  for (const protection of await em.find(Protection, { caseId, personId })) {
    if (protection.validUntil === null || protection.validUntil > at) protection.validUntil = at;
  }
  if (next === null) return;
  const { level, handlerIds } = next;
  const row = { id: scope.newId(), caseId, personId, level, handlerIds: [...handlerIds] };
  em.persist(em.create(Protection, { ...row, validFrom: at, validUntil: null, recordedAt: at }));
}

/** @throws DomainError BAD_USER_INPUT when one of them is no role of the municipality. */
export async function requireRoles(scope: CommandScope, ids: readonly string[]): Promise<RoleTermId[]> {
  const wanted = [...new Set(ids.map((id) => requireId<'RoleTerm'>(id)))];
  const found = await scope.query<{ id: RoleTermId }>(HANDLERS, [wanted]);
  if (found.length < wanted.length) throw new DomainError('BAD_USER_INPUT', 'professionalUnknown');
  return wanted;
}
