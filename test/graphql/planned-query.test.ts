import pg from 'pg';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { CASE_FIELDS } from '../support/documents.js';

/** The same query as only the executor runs it: a plan leaves directives to it. */
const byExecutor = (query: string): string => query.replace('{', '{ __typename @skip(if: true) ');
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const QUERIES = {
  list: `query Q { cases(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${CASE_FIELDS} } } } }`,
  viewer: 'query Q { viewer { id name capacity agency { id parent { id } } } __typename }',
  // Fields below the root that are waited for.
  municipality: `query Q { viewer { municipality { id coordinatorContact { name } name focusAreas { name promise { text } }
    groups { name members { professional { name } } } } } a: viewer { id } }`,
  meetings: `query Q { meetings(first: 5) { edges { cursor node { ...M } } } } fragment M on Meeting { id
    invitations { invitee { __typename ... on Professional { id } ... on YoungPerson { givenName } } } }`,
  unknown: `query Q { before: viewer { id } case(id: "${UNKNOWN}") { number } cases(first: 1) { totalCount } }`,
  // What is withheld is told once, although the query is begun twice.
  'unknown beside withheld': `query Q { cases(first: 1) { edges { node { youngPerson { address } notes { totalCount } } } }
    case(id: "${UNKNOWN}") { number } }`,
  'a page too small': 'query Q { cases(first: 2) { edges { node { number notes(first: 0) { totalCount } } } } }',
  'no id': 'query Q($id: ID!) { case(id: $id) { number } }',
} as const;

let app: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  app = await startTestApp({ sealing: () => () => Promise.resolve() });
  owner = new pg.Client(app.database.login);
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await app.stop();
});

function oneOfEachCapacity(personas: readonly Persona[]): Iterable<Persona> {
  return new Map(personas.map((one) => [`${one.municipality.id} ${one.capacity}`, one])).values();
}

/** What was answered, and what was recorded of it. */
async function asked(token: string, query: string): Promise<readonly unknown[]> {
  const { status, text } = await app.ask(token, query, query.includes('$id') ? { id: 'none' } : {});
  const { rows } = await owner.query<{ record: string }>(
    `with taken as (delete from sig.access_record returning *)
      select concat_ws(' ', case_id, viewer_id, (select jsonb_agg(e order by e) from jsonb_array_elements(entries) e)) as record
      from taken order by 1`,
  );
  return [status, text, rows];
}

test.each(Object.entries(QUERIES))(
  'a planned query answers and records what the executor does: %s',
  async (_, query) => {
    for (const { token } of oneOfEachCapacity(app.personas)) {
      const byPlan = await asked(token, query);
      // Positions in the document are told with errors; the directive moves them.
      const withoutPlaces = (answer: readonly unknown[]): string =>
        JSON.stringify(answer).replace(/\\"locations\\":\[.*?\],?/g, '');
      expect(withoutPlaces(byPlan)).toBe(withoutPlaces(await asked(token, byExecutor(query))));
    }
  },
);
