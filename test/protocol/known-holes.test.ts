import pg from 'pg';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { rowsOf } from '../support/piece-rows.js';

/**
 * Ways in which other GraphQL servers have disclosed what they meant to withhold, tried here from the side of the police:
 * in Hugo's case they know only what they wrote themselves.
 */
let app: TestApp;
let superuser: pg.Client;
const statements: string[] = [];
let police: string;
let caseId: string;
/** Rows of other agencies in Hugo's case, by table. */
const hidden = new Map<string, string>();
const NOBODYS = '00000000-0000-4000-8000-00000000dead';

beforeAll(async () => {
  app = await startTestApp({ onStatement: (name) => statements.push(name) });
  superuser = new pg.Client(app.database.login);
  await superuser.connect();
  const { token, agency } = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  police = token;
  const found = await superuser.query<{ id: string }>(`select id from sig.case_file where number = 'SIG-2026-006'`);
  caseId = found.rows[0]!.id;
  for (const kind of ['NOTE', 'PLAN', 'GOAL', 'ACTION', 'MEETING', 'MAPPING']) {
    const { rows } = await superuser.query<{ id: string }>(
      `select id from ${rowsOf(kind)} x where case_id = $1 and holder_id <> $2 order by id limit 1`,
      [caseId, agency!.id],
    );
    if (rows[0] !== undefined) hidden.set(kind, rows[0].id);
  }
});
afterAll(async () => {
  await superuser.end();
  await app.stop();
});

const ask = <Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<Data>> =>
  app.ask<Data>(police, query, { id: caseId, ...variables });
const inCase = (fields: string): string => `query ($id: ID!) { case(id: $id) { ${fields} } }`;
/** The same answer but for the ids in it. */
const withoutIds = (text: string): string => text.replace(/[0-9a-f-]{36}/g, 'id');

test('alias: a withheld field under the name of an open one stays withheld, an open one under a withheld name is shown', async () => {
  const { data, withheld } = await ask<{ case: { youngPerson: object; situation: { police: object } } }>(
    inCase('youngPerson { id age: givenName } situation { police { concern: __typename works: concern } }'),
  );
  expect(data.case.youngPerson).toMatchObject({ age: null });
  expect(data.case.situation.police).toMatchObject({ concern: 'PoliceSituation', works: expect.any(String) });
  expect(withheld.map(({ path }) => path.join('.'))).toEqual(['case.youngPerson.age']);
});

test('fragments: no route through an interface, a union or a fragment reaches what the direct one withholds', async () => {
  const person = (await ask<{ case: { youngPerson: { id: string } } }>(inCase('youngPerson { id }'))).data.case;
  const { text, errors } = await ask(
    `query ($person: ID!) {
      a: node(id: $person) { ... on YoungPerson { givenName personalIdentityNumber phone } }
      b: node(id: $person) { ...P } c: node(id: $person) { ... on Node { ... on YoungPerson { familyName } } } }
      fragment P on Node { id ... on YoungPerson { address age } }`,
    { person: person.youngPerson.id },
  );
  expect(errors).toBeUndefined();
  expect(JSON.parse(text)).toMatchObject({
    data: {
      a: { givenName: null, personalIdentityNumber: null, phone: null },
      b: { address: null, age: null },
      c: { familyName: null },
    },
  });
});

test('what is computed: an age is withheld with the identity that it is computed from, a count with what it counts', async () => {
  const { data } = await ask(
    inCase('youngPerson { age } plan { progress { total } } notes { totalCount } }  viewer { id'),
  );
  const own = await superuser.query(
    `select 1 from ${rowsOf('NOTE')} n join sig.role_term t on t.agency_id = n.holder_id where n.case_id = $1 and t.id = $2`,
    [caseId, (data['viewer'] as { id: string }).id],
  );
  expect(data['case']).toEqual({ youngPerson: { age: null }, plan: null, notes: { totalCount: own.rowCount } });
});

test('filters: a search or a filter finds what is withheld no more than it shows it', async () => {
  const everything = `cases(search: $word) { totalCount edges { node { number } } }`;
  const coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;
  const known = await app.ask<{
    case: { youngPerson: Record<'givenName' | 'familyName' | 'personalIdentityNumber', string> };
  }>(coordinator, inCase('youngPerson { givenName familyName personalIdentityNumber }'), { id: caseId });
  for (const word of Object.values(known.data.case.youngPerson)) {
    const { data } = await ask<{ cases: { edges: { node: { number: string } }[] } }>(
      `query ($word: String!) { ${everything} }`,
      { word },
    );
    expect(data.cases.edges.map(({ node }) => node.number)).not.toContain('SIG-2026-006');
  }
  const { data } = await ask<{ case: Record<string, { totalCount: number; pageInfo: object }> }>(
    inCase('a: notes(category: SOCIAL_SUPPORT, first: 1) { totalCount pageInfo { hasNextPage endCursor } }'),
  );
  expect(data.case['a']).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } });
});

test('cursors: one holds nothing to read, and opens nothing for another viewer or another list', async () => {
  const list = '{ cases(first: 1) { pageInfo { endCursor } edges { cursor } } }';
  const cursor = (await ask<{ cases: { pageInfo: { endCursor: string } } }>(list)).data.cases.pageInfo.endCursor;
  const bytes = Buffer.from(cursor, 'base64url');
  const { rows } = await superuser.query<{ id: string; number: string }>('select id, number from sig.case_file');
  for (const { id, number } of rows) {
    for (const text of [id, number]) expect(bytes.includes(text)).toBe(false);
    expect(bytes.includes(Buffer.from(id.replaceAll('-', ''), 'hex'))).toBe(false);
  }
  const other = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' }).token;
  const byAnother = await app.ask(other, 'query ($after: Cursor) { cases(after: $after) { totalCount } }', {
    after: cursor,
  });
  const inAnother = await ask(
    'query ($id: ID!, $after: Cursor) { case(id: $id) { notes(after: $after) { totalCount } } }',
    {
      after: cursor,
    },
  );
  for (const { errors } of [byAnother, inAnother]) expect(errors?.[0]?.extensions.reason).toBe('cursorInvalid');
});

test('totals: every count is that of the edges that can be walked, for everybody', async () => {
  const query = `{ cases(first: 50) { totalCount edges { node {
    notes(first: 50) { totalCount edges { node { id } } } meetings(first: 50) { totalCount edges { node { id } } } } } } }`;
  interface List<Node> {
    totalCount: number;
    edges: { node: Node }[];
  }
  for (const { token, name } of app.personas) {
    const { data } = await app.ask<{ cases: List<{ notes: List<object>; meetings: List<object> }> }>(token, query);
    const lists = data.cases.edges.flatMap(({ node }) => [node.notes, node.meetings]);
    expect([name, data.cases.totalCount]).toEqual([name, data.cases.edges.length]);
    for (const { totalCount, edges } of lists) expect([name, totalCount]).toEqual([name, edges.length]);
  }
});

test('existence: what is there and withheld, and what is not there, are the same answer and the same work', async () => {
  expect([...hidden.keys()]).toEqual(expect.arrayContaining(['NOTE', 'PLAN', 'GOAL', 'ACTION', 'MEETING']));
  const trace = async (id: string): Promise<[string, string[]]> => {
    statements.length = 0;
    const { text } = await ask('query ($node: ID!) { node(id: $node) { __typename id } }', { node: id });
    return [withoutIds(text), [...statements]];
  };
  const nobodys = await trace(NOBODYS);
  expect(nobodys[0]).toContain('NOT_FOUND');
  for (const [kind, id] of hidden) expect([kind, ...(await trace(id))]).toEqual([kind, ...nobodys]);
  const elsewhere = await superuser.query<{ id: string }>(
    `select c.id from sig.case_file c join sig.municipality m on m.id = c.municipality_id where m.name = 'Vellinge' limit 1`,
  );
  statements.length = 0;
  const foreign = await ask('query ($node: ID!) { case(id: $node) { number } }', { node: elsewhere.rows[0]!.id });
  const ofForeign = [...statements];
  statements.length = 0;
  const unknown = await ask('query ($node: ID!) { case(id: $node) { number } }', { node: NOBODYS });
  expect([withoutIds(foreign.text), ofForeign]).toEqual([withoutIds(unknown.text), [...statements]]);
});

test('unique keys: a request id of somebody else, and a withheld id in a change, tell nothing', async () => {
  const hold = 'mutation ($piece: ID!, $request: ID) { holdBack(pieceId: $piece, requestId: $request) { id } }';
  const ofOthers = await ask(hold, { piece: hidden.get('NOTE'), request: 'one' });
  const ofNobody = await ask(hold, { piece: NOBODYS, request: 'two' });
  expect(withoutIds(ofOthers.text)).toBe(withoutIds(ofNobody.text));

  const write = `mutation ($id: ID!) { writeNote(input: { requestId: "the-same", caseId: $id, category: OFFENDING, text: "Ett möte." }) {
    id author { name } } }`;
  const mine = await ask<{ writeNote: { id: string } }>(write);
  const social = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' }).token;
  const theirs = await app.ask<{ writeNote: { id: string } }>(social, write, { id: caseId });
  expect([mine.errors, theirs.errors]).toEqual([undefined, undefined]);
  expect(theirs.data.writeNote.id).not.toBe(mine.data.writeNote.id);
});

test('shared loaders: asked by everybody at once, everybody gets what they get alone', async () => {
  const query = inCase(
    'youngPerson { givenName age } situation { police { concern } } notes { totalCount } plan { id }',
  );
  const asking = app.personas.filter(({ municipality }) => municipality.name === 'Uddevalla').slice(0, 12);
  const alone: string[] = [];
  for (const { token } of asking) alone.push((await app.ask(token, query, { id: caseId })).text);
  expect(new Set(alone.map(withoutIds)).size).toBeGreaterThan(2);
  for (let round = 0; round < 3; round++) {
    const together = await Promise.all(asking.map(({ token }) => app.ask(token, query, { id: caseId })));
    expect(together.map(({ text }) => text)).toEqual(alone);
  }
});

test('results of changes: what a change leads to is withheld as it would be in a query', async () => {
  const { data, errors } = await ask<{ recordSituation: object }>(
    `mutation ($id: ID!) { recordSituation(input: { requestId: "known-hole", caseId: $id, expectedVersion: 1, concern: "Oro." }) {
      youngPerson { givenName phone } situation { police { concern } socialServices { measures } } notes(category: SOCIAL_SUPPORT) { totalCount }
      plan { id } meetings { totalCount } consents { id } accessRecords { edges { cursor } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.recordSituation).toEqual({
    youngPerson: { givenName: null, phone: null },
    situation: { police: { concern: 'Oro.' }, socialServices: { measures: null } },
    ...{ notes: { totalCount: 0 }, plan: null, meetings: { totalCount: 0 }, consents: null, accessRecords: null },
  });
});

test('type names: a withheld member of a union or interface leaves no type name behind', async () => {
  const { text } = await ask(
    inCase(`plan { __typename goals { __typename } } mappings { edges { node { __typename } } }
      meetings { edges { node { __typename invitations { invitee { __typename } } } } }`),
  );
  expect(JSON.parse(text)).toMatchObject({
    data: { case: { plan: null, mappings: { edges: [] }, meetings: { edges: [] } } },
  });
  expect(text).not.toContain('__typename');
});

test('role composition: a token for one capacity gives nothing of another that its bearer also has', async () => {
  const terms = await superuser.query<{ id: string; capacity: string }>(
    `select t.id, t.capacity from sig.role_term t join sig.municipality m on m.id = t.municipality_id and m.name = 'Uddevalla'
      where t.capacity in ('STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR') order by t.capacity`,
  );
  for (const { id, capacity } of terms.rows) {
    const others = ['PROFESSIONAL', 'COORDINATOR', 'STEERING_MEMBER', 'ADMINISTRATOR', 'YOUNG_PERSON', 'GUARDIAN'];
    for (const other of others.filter((one) => one !== capacity)) {
      const { rows } = await superuser.query('select * from sig.open_scope($1, $2)', [id, other]);
      expect([capacity, other, rows]).toEqual([capacity, other, []]);
    }
  }
  const steering = app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' }).token;
  const { data } = await app.ask<{ cases: { totalCount: number } }>(steering, '{ cases { totalCount } }');
  expect(data.cases.totalCount).toBe(0);
});
