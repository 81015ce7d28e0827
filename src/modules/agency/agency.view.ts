import type { ReadScope } from '../../access/read-scope.js';
import type { AgencyType, MunicipalityType, ProfessionalType, RulePackType } from './agency.type.js';
import { PROFESSIONALS, REGISTRY } from './registry.repository.js';

interface RegistryRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly rulePack: RulePackType;
  readonly agencies: readonly { id: string; name: string; kind: AgencyType['kind']; parentId: string | null }[];
}

interface ProfessionalRow {
  readonly id: string;
  readonly name: string;
  readonly profession: string;
  readonly agencyId: string | null;
}

/** The viewer's municipality, once per scope. */
export function municipalityOf(scope: ReadScope): Promise<MunicipalityType> {
  return scope
    .loader('municipality', async (keys) => {
      const [row] = await scope.query<RegistryRow>(REGISTRY, []);
      if (row === undefined) throw new Error('The viewer has no municipality');
      return keys.map(() => toMunicipality(row));
    })
    .load('own');
}

export async function agenciesById(scope: ReadScope): Promise<ReadonlyMap<string, AgencyType>> {
  const { agencies } = await municipalityOf(scope);
  return new Map(agencies.map((agency) => [agency.id, agency]));
}

/** Professionals in their roles; `null` for a role of another municipality. */
export async function professional(scope: ReadScope, roleTermId: string | null): Promise<ProfessionalType | null> {
  if (roleTermId === null) return null;
  const loader = scope.loader<ProfessionalType | null>('professional', (ids) => professionals(scope, ids), {
    last: true,
  });
  return loader.load(roleTermId);
}

async function professionals(scope: ReadScope, ids: readonly string[]): Promise<(ProfessionalType | null)[]> {
  const [rows, agencies] = await Promise.all([scope.query<ProfessionalRow>(PROFESSIONALS, [ids]), agenciesById(scope)]);
  const byId = new Map(
    rows.map(({ agencyId, ...row }) => [row.id, { ...row, agency: agencies.get(agencyId ?? '') ?? null }]),
  );
  return ids.map((id) => byId.get(id) ?? null);
}

function toMunicipality(row: RegistryRow): MunicipalityType {
  const agencies = new Map<string, AgencyType>(
    row.agencies.map(({ id, name, kind }) => [
      id,
      { id, name, kind, parent: null, __typename: 'Agency' } as AgencyType,
    ]),
  );
  for (const { id, parentId } of row.agencies) {
    const agency = agencies.get(id);
    if (agency !== undefined && parentId !== null) agency.parent = agencies.get(parentId) ?? null;
  }
  return {
    __typename: 'Municipality',
    id: row.id,
    name: row.name,
    code: row.code,
    rulePack: row.rulePack,
    agencies: [...agencies.values()],
  } as MunicipalityType;
}
