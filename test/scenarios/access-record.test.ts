import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

interface Records {
  case: {
    accessRecords: {
      edges: {
        node: {
          id: string;
          at: string;
          agency: { id: string; kind: string };
          profession: string;
          entries: { holder: { id: string }; category: string; basis: string; statements: number[] }[];
        };
      }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  };
}

const OWN_CASE = '{ cases { edges { node { id } } } }';
const NOTES = 'query ($id: ID!) { case(id: $id) { notes { edges { node { text } } } } }';
const RECORDS = `query ($id: ID!, $first: Int, $after: Cursor) { case(id: $id) { accessRecords(first: $first, after: $after) {
  edges { cursor node { id at agency { id kind } profession capacity entries { holder { id } category basis statements } } }
  pageInfo { hasNextPage endCursor } } } }`;

let app: TestApp;
let caseId: string;
let young: { token: string };

/** Elias has a case in Uddevalla with partial consent. */
beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Elias' });
  const own = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(young.token, OWN_CASE);
  caseId = own.data.cases.edges[0]!.node.id;
});
afterAll(() => app.stop());

const records = async (token: string, page: object = {}) => {
  const { data, withheld } = await app.ask<Records>(token, RECORDS, { id: caseId, first: 20, ...page });
  return { found: data.case.accessRecords, withheld };
};

it('shows the young person who read what of another agency, and on which consent', async () => {
  const { token, agency } = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  await app.ask(token, NOTES, { id: caseId });
  const { found } = await records(young.token);
  const { node } = found!.edges[0]!;
  expect(node).toMatchObject({ agency: { id: agency!.id, kind: 'LEISURE' }, profession: 'LEISURE_LEADER' });
  expect(node.entries.length).toBeGreaterThan(0);
  for (const { holder, basis, statements } of node.entries) {
    expect(holder.id).not.toBe(agency!.id);
    expect(basis).toBe('CONSENT');
    expect(statements.length).toBeGreaterThan(0);
  }
});

it('leaves out what agencies read of their own, and what the family reads', async () => {
  const { token, agency } = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  for (const reader of [token, young.token]) await app.ask(reader, NOTES, { id: caseId });
  const { found } = await records(young.token);
  expect(found!.edges.length).toBeGreaterThan(0);
  for (const { node } of found!.edges) {
    expect(node.agency).not.toBeNull();
    for (const { holder } of node.entries)
      expect(node.agency.id === agency!.id && holder.id === agency!.id).toBe(false);
  }
});

it('names no professional', async () => {
  const { found } = await records(young.token);
  const names = app.personas.filter(({ profession }) => profession !== null).map(({ name }) => name);
  for (const name of names) expect(JSON.stringify(found)).not.toContain(name);
});

it('goes on from a cursor without a gap or a repetition', async () => {
  const { token } = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  for (let reading = 0; reading < 4; reading++) await app.ask(token, NOTES, { id: caseId });
  const whole = (await records(young.token)).found!.edges.map(({ node }) => node.id);
  const pages: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { found } = await records(young.token, { first: 2, ...(after !== null && { after }) });
    pages.push(...found!.edges.map(({ node }) => node.id));
    after = found!.pageInfo.endCursor;
    more = found!.pageInfo.hasNextPage;
  }
  expect(pages).toEqual(whole);
  expect(pages.length).toBeGreaterThan(4);
});

it.each(['POLICE_OFFICER', 'SOCIAL_WORKER', 'COORDINATOR'])(
  'is withheld from a %s, with the reason',
  async (profession) => {
    const { token } = app.persona({ municipality: 'Uddevalla', profession });
    const { found, withheld } = await records(token);
    expect(found).toBeNull();
    expect(withheld).toMatchObject([{ path: ['case', 'accessRecords'], reason: 'CAPACITY', extent: 'ALL', cells: [] }]);
  },
);
