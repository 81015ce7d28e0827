import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { CASE_FIELDS, FULL_CASE } from '../support/documents.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

interface Row {
  case_id: string;
  viewer_id: string;
  capacity: string;
  agency_id: string | null;
  entries: { holderId: string; category: string; basis: { kind: string; statements?: number[] } }[];
}

let app: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  app = await startTestApp({ database });
  owner = new pg.Client(database.login);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});
beforeEach(() => owner.query('truncate sig.access_record'));

const recorded = async (): Promise<Row[]> => (await owner.query<Row>('select * from sig.access_record')).rows;
const cells = (rows: Row[]): string[] =>
  [...new Set(rows.flatMap(({ entries }) => entries.map(({ category }) => category)))].sort();

async function caseOf(
  wanted: Parameters<TestApp['persona']>[0],
  search: string,
): Promise<{ token: string; id: string; viewer: string; agency: string }> {
  const { token, id: viewer, agency } = app.persona({ municipality: 'Uddevalla', ...wanted });
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    token,
    `{ cases(search: "${search}") { edges { node { id } } } }`,
  );
  await owner.query('truncate sig.access_record');
  return { token, viewer, id: data.cases.edges[0]!.node.id, agency: agency!.id };
}

it('writes one row for a case, naming reader, holder, category and the consent relied on', async () => {
  const { token, id, viewer, agency } = await caseOf({ profession: 'PRINCIPAL' }, 'Elias');
  await app.ask(token, FULL_CASE, { id });
  const rows = await recorded();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ case_id: id, viewer_id: viewer, capacity: 'PROFESSIONAL', agency_id: agency });
  const identity = rows[0]!.entries.find(({ category }) => category === 'IDENTITY');
  expect(identity).toMatchObject({ basis: { kind: 'CONSENT' } });
  expect(identity!.basis.statements!.length).toBeGreaterThan(0);
  expect(rows[0]!.entries.some(({ holderId, basis }) => holderId === agency && basis.kind === 'OWN_AGENCY')).toBe(true);
});

it.each([
  ['a name', '{ id youngPerson { givenName } }', ['IDENTITY']],
  ['a name under an alias, through a fragment', '{ a: youngPerson { ...n } }', ['IDENTITY']],
  ['the shell alone', '{ number status }', []],
  ['what is withheld', '{ situation { police { concern } } }', []],
  ['how many meetings there are', '{ meetings { totalCount } }', ['MEETING']],
  ['that a plan is there', '{ plan { __typename } }', ['PLAN']],
  ['a name that @skip leaves out', '{ id youngPerson { givenName @skip(if: true) } }', []],
])('records %s as what it is', async (_, selection, expected) => {
  const { token, id } = await caseOf({ profession: 'PRINCIPAL' }, 'Elias');
  const fragment = selection.includes('...n') ? 'fragment n on YoungPerson { givenName }' : '';
  const { errors } = await app.ask(token, `query ($id: ID!) { case(id: $id) ${selection} } ${fragment}`, { id });
  expect(errors).toBeUndefined();
  const rows = await recorded();
  expect([rows.length, cells(rows)]).toEqual([1, expected]);
});

it('records the page that was shown and not the list behind it', async () => {
  const { token, id } = await caseOf({ profession: 'SOCIAL_WORKER' }, 'Alva');
  interface Notes {
    case: { notes: { edges: { node: { category: string } }[] } };
  }
  const { data } = await app.ask<Notes>(
    token,
    'query ($id: ID!) { case(id: $id) { notes(first: 1) { edges { node { category } } } } }',
    { id },
  );
  expect(cells(await recorded())).toEqual([data.case.notes.edges[0]!.node.category]);
});

it('records a case of a list each on its own, and none that was only searched', async () => {
  const { token } = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    token,
    `{ cases(search: "Elias") { edges { node { ${CASE_FIELDS} } } } }`,
  );
  const rows = await recorded();
  expect(rows.map(({ case_id }) => case_id)).toEqual(data.cases.edges.map(({ node }) => node.id));
});

it("records nothing for a case that is not the viewer's", async () => {
  const { token } = app.persona({ municipality: 'Vellinge', profession: 'SOCIAL_WORKER' });
  const { id } = await caseOf({ profession: 'SOCIAL_WORKER' }, 'Alva');
  await app.ask(token, FULL_CASE, { id });
  expect(await recorded()).toEqual([]);
});

it('sends nothing when the record cannot be written', async () => {
  const { token, id } = await caseOf({ profession: 'SOCIAL_WORKER' }, 'Alva');
  await owner.query('revoke insert on sig.access_record from sig_reader');
  const refused = await app.ask(token, FULL_CASE, { id });
  await owner.query('grant insert on sig.access_record to sig_reader');
  expect(refused.errors?.[0]?.extensions.code).toBe('INTERNAL');
  expect(refused.data).toBeUndefined();
  expect(refused.text).not.toContain('Alva');
  expect((await app.ask(token, FULL_CASE, { id })).errors).toBeUndefined();
});
