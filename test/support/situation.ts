import { isTakenOn } from '../../src/core/rules/blind-proposal.js';
import { STORIES } from '../../src/demo/stories.js';
import { demoTime } from '../../src/demo/demo-time.js';
import type { CaseStory, MunicipalityStory } from '../../src/demo/story.js';
import { NOW } from '../storage/demo-world.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from './app.js';
import type { Answer, TestApp } from './app.js';
import { createTestDatabase } from './database.js';
import { CASE_FIELDS } from './documents.js';

/** The part of a case document that the table of situations speaks of. */
export interface SituationCase {
  readonly status: string;
  readonly youngPerson: {
    readonly givenName: string | null;
    readonly address: string | null;
    readonly phone: string | null;
  };
  readonly guardians: readonly object[];
  readonly situation: {
    readonly schools: readonly {
      readonly attendancePercent: number | null;
      readonly studentHealthContact: string | null;
    }[];
    readonly police: { readonly concern: string | null };
    readonly socialServices: { readonly openInquiry: boolean | null };
    readonly leisure: { readonly activities: readonly string[] | null };
  };
  readonly plan: { readonly id: string | null } | null;
  readonly meetings: { readonly edges: readonly { readonly node: { readonly place: string | null } }[] };
  readonly outcomes: readonly object[];
  readonly consents: readonly object[] | null;
}

interface Thing {
  readonly path: string;
  readonly isShown: (one: SituationCase) => boolean;
}

/** What a line of the table may name; a text in quotation marks is any text of the answer. */
const THINGS: Readonly<Record<string, Thing>> = {
  name: { path: 'youngPerson.givenName', isShown: ({ youngPerson }) => youngPerson.givenName !== null },
  address: { path: 'youngPerson.address', isShown: ({ youngPerson }) => youngPerson.address !== null },
  attendance: {
    path: 'situation.schools.attendancePercent',
    isShown: ({ situation }) => situation.schools.some(({ attendancePercent }) => attendancePercent !== null),
  },
  concern: { path: 'situation.police.concern', isShown: ({ situation }) => situation.police.concern !== null },
  inquiry: {
    path: 'situation.socialServices.openInquiry',
    isShown: ({ situation }) => situation.socialServices.openInquiry !== null,
  },
  leisure: { path: 'situation.leisure.activities', isShown: ({ situation }) => situation.leisure.activities !== null },
  'student health': {
    path: 'situation.schools.studentHealthContact',
    isShown: ({ situation }) => situation.schools.some(({ studentHealthContact }) => studentHealthContact !== null),
  },
  plan: { path: 'plan', isShown: ({ plan }) => plan?.id != null },
  meetings: { path: 'meetings', isShown: ({ meetings }) => meetings.edges.length > 0 },
  'meeting place': {
    path: 'meetings.edges.node.place',
    isShown: ({ meetings }) => meetings.edges.some(({ node }) => node.place !== null),
  },
  guardians: { path: 'guardians', isShown: ({ guardians }) => guardians.length > 0 },
  outcomes: { path: 'outcomes', isShown: ({ outcomes }) => outcomes.length > 0 },
  consents: { path: 'consents', isShown: ({ consents }) => (consents ?? []).length > 0 },
};

const QUERY = `query ($id: ID!) { case(id: $id) { ${CASE_FIELDS} consents { id } } }`;

export type Seen = Answer<{ readonly case: SituationCase | null }>;

/** The demo with a way to sign in as everybody in it: also those of a family whom the personas leave out. */
export interface Situations {
  readonly app: TestApp;
  /** How everybody of the municipality sees the case of a young person, by the keys of the story. */
  seenByAll(municipality: string, youngPerson: string): Promise<ReadonlyMap<string, Seen>>;
}

export async function startSituations(): Promise<Situations> {
  const database = await createTestDatabase({ demo: true });
  await asOwner(database.login, (client) =>
    client.query(`insert into sig.demo_persona (id, subject_id, name, municipality_id, capacity, position)
      select p.id, p.id, p.kind, c.municipality_id, p.kind, 1000 + row_number() over ()
      from sig.person p join sig.case_file c on c.id = p.case_id
      where p.kind <> 'OTHER_SUBJECT' and not exists (select from sig.demo_persona d where d.id = p.id)`),
  );
  const app = await startTestApp({ database });
  return { app, seenByAll: (municipality, name) => seenByAll(app, municipality, name) };
}

interface Family {
  cases: {
    edges: {
      node: {
        id: string;
        number: string;
        status: string;
        youngPerson: { id: string };
        guardians: { id: string; givenName: string }[];
      };
    }[];
  };
}

/** The coordinator knows every case and who its guardians are. */
async function seenByAll(app: TestApp, municipality: string, name: string): Promise<ReadonlyMap<string, Seen>> {
  const story = storyOf(municipality, name);
  // What is not taken on has a random reference, and there is one case of each such status.
  const number = `-${String(story.serial).padStart(3, '0')}`;
  const isIt = (one: { readonly number: string; readonly status: string }): boolean =>
    isTakenOn(story) ? one.number.endsWith(number) : one.status === story.status;
  const { data } = await app.ask<Family>(
    app.persona({ municipality, capacity: 'COORDINATOR' }).token,
    '{ cases(first: 100) { edges { node { id number status youngPerson { id } guardians { id givenName } } } } }',
  );
  const { id, youngPerson, guardians } = data.cases.edges.map(({ node }) => node).find(isIt)!;
  const staff = municipalityOf(municipality).staff;
  const tokens = new Map<string, string>([['youngPerson', tokenOf(app, youngPerson.id)]]);
  for (const [key, guardian] of Object.entries(story.guardians)) {
    const found = guardians.find((one) => one.givenName === guardian.givenName);
    if (found !== undefined) tokens.set(key, tokenOf(app, found.id));
  }
  for (const [key, { name: own }] of Object.entries(staff)) {
    const persona = app.personas.find((one) => one.name === own && one.municipality.name === municipality);
    if (persona !== undefined) tokens.set(key, persona.token);
  }
  const answers = [...tokens].map(async ([key, token]): Promise<[string, Seen]> => [
    key,
    await app.ask(token, QUERY, { id }),
  ]);
  return new Map(await Promise.all(answers));
}

function municipalityOf(name: string): MunicipalityStory {
  const found = STORIES.find((story) => story.name === name);
  if (found === undefined) throw new Error(`No municipality is called ${name}`);
  return found;
}

function storyOf(municipality: string, name: string): CaseStory {
  const stories = municipalityOf(municipality).cases.map((tell) => tell(demoTime(NOW)));
  const story = stories.find(({ youngPerson }) => `${youngPerson.givenName} ${youngPerson.familyName}` === name);
  if (story === undefined) throw new Error(`Nobody in ${municipality} is called ${name}`);
  return story;
}

function tokenOf(app: TestApp, id: string): string {
  const persona = app.personas.find((one) => one.id === id);
  if (persona === undefined) throw new Error(`Nobody signs in as ${id}`);
  return persona.token;
}

/** Whether somebody sees a thing; not for whom the case does not exist. */
export function sees({ data, text }: Seen, thing: string): boolean {
  if (data.case === null) return false;
  if (thing === 'case') return true;
  return THINGS[thing]?.isShown(data.case) ?? text.includes(thing);
}

/** The reasons that an answer gives for a thing; none where it says nothing of it. */
export function reasonsFor({ withheld, errors }: Seen, thing: string): readonly string[] {
  if (thing === 'case') return errors?.map(({ extensions }) => extensions.code) ?? [];
  if (THINGS[thing] === undefined) return [];
  const path = `case.${THINGS[thing].path}`;
  return withheld.filter((one) => one.path.join('.') === path).map(({ reason }) => reason);
}
