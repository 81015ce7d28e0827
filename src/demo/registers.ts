import type { AgencyId, MunicipalityId, ProfessionalId, RoleTermId } from '../core/ids.js';
import type { Agency } from '../features/agency/agency.entity.js';
import type { Municipality } from '../features/agency/municipality.entity.js';
import type { Professional } from '../features/agency/professional.entity.js';
import type { RoleTerm } from '../features/agency/role-term.entity.js';
import type { RulePackVersion } from '../features/agency/rule-pack.entity.js';
import { publicRegisters, SINCE, type PublicRegisters } from './public-registers.js';
import type { AgencyKey, MunicipalityStory, OfficeKey, ProfessionalKey } from './story.js';

/** The rows of one municipality's registers, and the ids of those that stories name by key. */
export interface Registers {
  readonly municipality: Municipality;
  readonly rulePack: RulePackVersion;
  readonly agencies: readonly Agency[];
  readonly professionals: readonly Professional[];
  readonly roleTerms: readonly RoleTerm[];
  readonly publicRegisters: PublicRegisters;
  agencyId(key: AgencyKey): AgencyId;
  roleTerm(key: ProfessionalKey | OfficeKey): RoleTerm;
}

/** Gives the agencies, people and rules of a municipality their rows. */
export function buildRegisters(story: MunicipalityStory, newId: () => string): Registers {
  const municipality: Municipality = { id: newId() as MunicipalityId, name: story.name, code: story.code };
  const municipalityId = municipality.id;
  const { version, ...rules } = story.pack;

  const agencies = new Map<string, Agency>();
  for (const [key, { name, kind, parent }] of Object.entries(story.agencies)) {
    const parentId = parent === undefined ? null : found(agencies, parent).id;
    agencies.set(key, { id: newId() as AgencyId, municipalityId, name, kind, parentId });
  }

  const professionals: Professional[] = [];
  const roleTerms = new Map<string, RoleTerm>();
  for (const [key, { name, profession, capacity, agency, mayDisclose = false }] of Object.entries(story.staff)) {
    const professional = { id: newId() as ProfessionalId, municipalityId, name };
    professionals.push(professional);
    roleTerms.set(key, {
      id: newId() as RoleTermId,
      professionalId: professional.id,
      municipalityId,
      agencyId: agency === undefined ? null : found(agencies, agency).id,
      profession,
      capacity,
      validFrom: SINCE,
      validUntil: null,
      recordedAt: SINCE,
      mayDisclose,
    });
  }

  return {
    municipality,
    rulePack: { id: newId(), municipalityId, version, validFrom: SINCE, recordedAt: SINCE, rules },
    agencies: [...agencies.values()],
    professionals,
    roleTerms: [...roleTerms.values()],
    publicRegisters: publicRegisters(story, municipalityId, newId, (key) => found(roleTerms, key).id),
    agencyId: (key) => found(agencies, key).id,
    roleTerm: (key) => found(roleTerms, key),
  };
}

/** @throws Error when a story names something that its municipality does not have. */
export function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`No "${key}" in the story; there are ${[...map.keys()].join(', ')}`);
  return value;
}
