import type { MunicipalityId } from '../core/ids.js';
import type { RoleTerm } from '../features/agency/role-term.entity.js';
import type { DemoPersona } from '../storage/demo-persona.entity.js';
import type { CaseContext } from './case-context.js';
import type { Registers } from './registers.js';
import type { OfficeKey } from './story.js';

type Persona = Omit<DemoPersona, 'position'>;

/** Everybody who works with cases, in the order of the registers. */
export function professionalPersonas(registers: Registers): Persona[] {
  return registers.roleTerms
    .filter(({ capacity }) => capacity === 'PROFESSIONAL' || capacity === 'COORDINATOR')
    .map((term) => staffPersona(registers, term));
}

export function officePersonas(registers: Registers, keys: readonly OfficeKey[]): Persona[] {
  return keys.map((key) => staffPersona(registers, registers.roleTerm(key)));
}

/** The members of the family that the story lets one sign in as. */
export function familyPersonas({ story, registers, personId }: CaseContext): Persona[] {
  return story.personas.map((key) => {
    const isYoungPerson = key === 'youngPerson';
    const person = isYoungPerson ? story.youngPerson : story.guardians[key];
    if (person === undefined) throw new Error(`No "${key}" in the family of ${story.youngPerson.givenName}`);
    return {
      id: personId(key),
      subjectId: personId(key),
      name: `${person.givenName} ${person.familyName}`,
      profession: null,
      agencyId: null,
      municipalityId: registers.municipality.id,
      capacity: isYoungPerson ? 'YOUNG_PERSON' : 'GUARDIAN',
    };
  });
}

/** One list, grouped by municipality as given. */
export function numberPersonas(personas: readonly Persona[]): DemoPersona[] {
  return personas.map((persona, index) => ({ ...persona, position: index + 1 }));
}

function staffPersona({ municipality, professionals }: Registers, term: RoleTerm): Persona {
  const municipalityId: MunicipalityId = municipality.id;
  const name = professionals.find(({ id }) => id === term.professionalId)?.name;
  if (name === undefined) throw new Error('A role term without its professional');
  const { id, profession, agencyId, capacity } = term;
  return { id, subjectId: id, name, profession, agencyId, municipalityId, capacity };
}
