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
