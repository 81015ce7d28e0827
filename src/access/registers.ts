import type { AgencyKind } from '../core/case-facts.js';
import type { Instant } from '../core/period.js';
import type { PreparedQuery } from './prepared-query.js';

/** An agency as everybody of its municipality may read it. */
export interface RegisteredAgency {
  readonly __typename: 'Agency';
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly parent: RegisteredAgency | null;
}

/** A professional in one role. */
export interface RegisteredProfessional {
  readonly __typename: 'Professional';
  readonly id: string;
  readonly name: string;
  readonly profession: string;
  readonly agency: RegisteredAgency | null;
}

/** One version of the local rules, as it was published. */
export interface RegisteredPack {
  readonly version: number;
  readonly validFrom: Instant;
  readonly publishedAt: Instant;
  readonly [rule: string]: unknown;
}

/** A municipality with the rules in force. */
export interface RegisteredMunicipality {
  readonly __typename: 'Municipality';
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** `null` before the first version applies. */
  readonly rulePack: RegisteredPack | null;
  readonly agencies: readonly RegisteredAgency[];
}

export interface RegisterRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly version: string;
  /** Newest first. */
  readonly packs: readonly RegisteredPack[];
  readonly agencies: readonly { id: string; name: string; kind: AgencyKind; parentId: string | null }[];
  readonly professionals: readonly { id: string; name: string; profession: string; agencyId: string | null }[];
}

/** The viewer's own municipality: what everybody of it may read and that seldom changes, as one row. */
export const REGISTERS: PreparedQuery = {
  name: 'registers',
  text: `select m.id, m.name, m.code, v.version::text,
      (select coalesce(json_agg(
          jsonb_build_object('version', r.version, 'validFrom', sig.ms(r.valid_from), 'publishedAt', sig.ms(r.recorded_at))
          || r.rules order by r.valid_from desc, r.version desc), '[]')
        from sig.rule_pack r where r.municipality_id = m.id) as packs,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'parentId', a.parent_id)
          order by a.kind, a.name, a.id), '[]')
        from sig.agency a where a.municipality_id = m.id) as agencies,
      (select coalesce(json_agg(
          json_build_object('id', t.id, 'name', p.name, 'profession', t.profession, 'agencyId', t.agency_id)), '[]')
        from sig.role_term t join sig.professional p on p.id = t.professional_id
        where t.municipality_id = m.id) as professionals
    from sig.municipality m join sig.register_version v on v.municipality_id = m.id where m.id = sig.municipality()`,
};

/** The registers of one municipality in one version. */
export class Registers {
  readonly agencies: ReadonlyMap<string, RegisteredAgency>;
  readonly #professionals: ReadonlyMap<string, RegisteredProfessional>;

  constructor(private readonly row: RegisterRow) {
    const agencies = new Map<string, { -readonly [Name in keyof RegisteredAgency]: RegisteredAgency[Name] }>(
      row.agencies.map(({ id, name, kind }) => [id, { __typename: 'Agency', id, name, kind, parent: null }]),
    );
    for (const { id, parentId } of row.agencies) {
      const agency = agencies.get(id);
      if (agency !== undefined && parentId !== null) agency.parent = agencies.get(parentId) ?? null;
    }
    this.agencies = agencies;
    this.#professionals = new Map(
      row.professionals.map(({ id, name, profession, agencyId }) => [
        id,
        { __typename: 'Professional', id, name, profession, agency: agencies.get(agencyId ?? '') ?? null },
      ]),
    );
  }

  get version(): string {
    return this.row.version;
  }

  get packs(): readonly RegisteredPack[] {
    return this.row.packs;
  }

  agency(id: string | null): RegisteredAgency | null {
    return this.agencies.get(id ?? '') ?? null;
  }

  /** `null` for a role of another municipality. */
  professional(roleTermId: string | null): RegisteredProfessional | null {
    return this.#professionals.get(roleTermId ?? '') ?? null;
  }

  /** The municipality with the rules in force. */
  municipality(at: Instant): RegisteredMunicipality {
    const { id, name, code } = this.row;
    const rulePack = this.packs.find(({ validFrom }) => validFrom <= at) ?? null;
    return { __typename: 'Municipality', id, name, code, rulePack, agencies: [...this.agencies.values()] };
  }
}
