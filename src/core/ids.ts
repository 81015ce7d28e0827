import { DomainError } from './errors.js';

/** Identifiers are random UUIDs; the brand keeps one kind from being passed for another. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export type MunicipalityId = Id<'Municipality'>;
export type AgencyId = Id<'Agency'>;
export type ProfessionalId = Id<'Professional'>;
export type RoleTermId = Id<'RoleTerm'>;
export type CaseId = Id<'Case'>;
/** A young person, guardian or other subject; per case, so that one family in two cases cannot be joined. */
export type PersonId = Id<'Person'>;
export type BlockId = Id<'Block'>;

const REQUEST_ID = /^[\x21-\x7e]{1,200}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An id as a client sends it.
 *
 * @throws DomainError BAD_USER_INPUT when it cannot be any id; an id that may be one, but names nothing, is NOT_FOUND
 * elsewhere.
 */
export function requireId<Kind extends string>(text: string): Id<Kind> {
  if (!UUID.test(text)) throw new DomainError('BAD_USER_INPUT', 'idMalformed');
  return text.toLowerCase() as Id<Kind>;
}

/**
 * What a client names a change by.
 *
 * @throws DomainError BAD_USER_INPUT when it is empty, longer than 200 or holds anything but visible ASCII.
 */
export function requireRequestId(text: string): void {
  if (!REQUEST_ID.test(text)) throw new DomainError('BAD_USER_INPUT', 'requestIdMalformed');
}
