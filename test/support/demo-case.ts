import type { TestApp } from './app.js';

/** A demo case, found by the young person who signs in as a persona. */
export interface YoungCase {
  readonly id: string;
  readonly youngPersonId: string;
  /** In the order of the personas, where the mother stands before the father; the API lists them by their random ids. */
  readonly guardianIds: readonly string[];
  readonly agencies: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly parent: object | null;
  }[];
  /** The id of the municipality's one agency of a kind, not of its branches. */
  agency(kind: string): string;
}

interface Found {
  cases: {
    edges: {
      node: {
        id: string;
        youngPerson: { id: string };
        guardians: { id: string }[];
        municipality: { agencies: YoungCase['agencies'] };
      };
    }[];
  };
}

const QUERY =
  '{ cases { edges { node { id youngPerson { id } guardians { id } municipality { agencies { id name kind parent { id } } } } } } }';

export async function caseOf(app: TestApp, token: string): Promise<YoungCase> {
  const { data } = await app.ask<Found>(token, QUERY);
  const { id, youngPerson, guardians, municipality } = data.cases.edges[0]!.node;
  const position = (id: string): number => app.personas.findIndex((persona) => persona.id === id);
  return {
    id,
    youngPersonId: youngPerson.id,
    guardianIds: guardians.map((guardian) => guardian.id).sort((a, b) => position(a) - position(b)),
    agencies: municipality.agencies,
    agency: (kind) => municipality.agencies.find((agency) => agency.kind === kind && agency.parent === null)!.id,
  };
}
