import { Session } from '../session';
import type { Persona } from '../session';
import type { Language } from './texts';

/** The four sides of the table, in the order of the leaflets, and who of each stands for it. */
export const KINDS = ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'] as const;
const SPEAKS: Readonly<Record<(typeof KINDS)[number], string>> = {
  SOCIAL_SERVICES: 'SOCIAL_WORKER',
  SCHOOL: 'PRINCIPAL',
  LEISURE: 'LEISURE_LEADER',
  POLICE: 'POLICE_OFFICER',
};

/** A case to play with: who can be signed in as, and how they are found again when tokens end. */
export interface Stage {
  readonly caseId: string;
  readonly municipality: Persona['municipality'];
  readonly personas: readonly Persona[];
  /** Whether it is a copy of one's own. */
  readonly copy: boolean;
}

export async function loadPersonas(municipalityId?: string): Promise<Persona[]> {
  const response = await fetch(`/dev/personas${municipalityId === undefined ? '' : `?municipality=${municipalityId}`}`);
  return response.ok ? ((await response.json()) as Persona[]) : [];
}

/** The case of the demo data told anew, as of now. */
export async function tellAnew(
  municipality: string,
  youngPerson: string,
  notAsked: readonly string[],
): Promise<Stage | null> {
  const response = await fetch('/dev/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ municipality, youngPerson, notAsked }),
  });
  if (!response.ok) return null;
  const { caseId, personas } = (await response.json()) as { caseId: string; personas: Persona[] };
  const first = personas[0];
  return first === undefined ? null : { caseId, municipality: first.municipality, personas, copy: true };
}

export function sessionOf(stage: Stage, persona: Persona, language: Language): Session {
  return new Session(persona, language, async (known) => {
    const all = await loadPersonas(stage.copy ? stage.municipality.id : undefined);
    return all.find(({ id }) => id === known.id) ?? known;
  });
}

export function coordinatorOf({ personas, municipality }: Stage): Persona | undefined {
  return personas.find((one) => one.capacity === 'COORDINATOR' && one.municipality.id === municipality.id);
}

/**
 * Who stands for a kind of agency in the case: somebody assigned, of the profession that one would expect; else whoever
 * of that kind there is, who then does not know the case.
 */
export function speakerOf(
  { personas, municipality }: Stage,
  kind: (typeof KINDS)[number],
  assigned: readonly string[],
): Persona | undefined {
  const own = personas.filter(
    (one) => one.municipality.id === municipality.id && one.agency?.kind === kind && one.capacity === 'PROFESSIONAL',
  );
  const expected = (one: Persona): boolean => one.profession === SPEAKS[kind];
  const inCase = own.filter(({ id }) => assigned.includes(id));
  return inCase.find(expected) ?? inCase[0] ?? own.find(expected) ?? own[0];
}
