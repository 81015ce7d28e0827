import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

let app: TestApp;
let police: string;
let strange: string;

beforeAll(async () => {
  app = await startTestApp();
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' }).token;
  const elsewhere = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
  const answer = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    elsewhere,
    '{ cases { edges { node { id } } } }',
  );
  strange = answer.data.cases.edges[0]!.node.id;
});
afterAll(() => app.stop());

const CASE = 'query ($id: ID!) { case(id: $id) { number } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';

it.each([CASE, NODE])(
  'answers the same for an id that is unknown and for one of another municipality: %s',
  async (query) => {
    const [unknown, foreign] = [
      await app.ask(police, query, { id: randomUUID() }),
      await app.ask(police, query, { id: strange }),
    ];
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(unknown.text).toBe(foreign.text);
    expect(unknown.status).toBe(200);
  },
);

it.each([CASE, NODE])('refuses an id that cannot be one, with the path: %s', async (query) => {
  const { errors } = await app.ask(police, query, { id: 'not an id' });
  expect(errors?.[0]).toMatchObject({
    path: [query === CASE ? 'case' : 'node'],
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

it.each([
  ['a huge page', 'cases(first: 100000) { totalCount }', 'LIMIT_EXCEEDED'],
  ['an empty page', 'cases(first: 0) { totalCount }', 'BAD_USER_INPUT'],
  ['a negative page', 'cases(first: -1) { totalCount }', 'BAD_USER_INPUT'],
  ['a cursor that is none', 'cases(after: "abc") { totalCount }', 'BAD_USER_INPUT'],
  ['a number where a cursor belongs', 'cases(after: 7) { totalCount }', 'BAD_USER_INPUT'],
  ['a field that is not there', 'cases { secrets }', 'GRAPHQL_VALIDATION_FAILED'],
  ['half a document', 'cases {', 'GRAPHQL_PARSE_FAILED'],
])('answers %s by its code and without a stack', async (_, selection, code) => {
  const { errors, text } = await app.ask(police, `{ ${selection} }`);
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(text).not.toMatch(/node_modules|\.ts:|at .*\(/);
});

it('does not take the cursor of another viewer or another list', async () => {
  const social = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' }).token;
  const page =
    '{ cases(first: 1) { pageInfo { endCursor hasNextPage } edges { node { notes(first: 1) { pageInfo { endCursor } } } } } }';
  interface Page {
    cases: { pageInfo: { endCursor: string }; edges: { node: { notes: { pageInfo: { endCursor: string } } } }[] };
  }
  const { data } = await app.ask<Page>(social, page);
  const next = 'query ($after: Cursor) { cases(first: 1, after: $after) { totalCount } }';
  expect((await app.ask(social, next, { after: data.cases.pageInfo.endCursor })).errors).toBeUndefined();
  expect((await app.ask(police, next, { after: data.cases.pageInfo.endCursor })).errors?.[0]?.extensions.code).toBe(
    'BAD_USER_INPUT',
  );
  const ofNotes = data.cases.edges[0]!.node.notes.pageInfo.endCursor;
  expect((await app.ask(social, next, { after: ofNotes })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it.each([
  ['no token', null],
  ['a token that is none', 'abc.def.ghi'],
])('answers 401 and UNAUTHENTICATED to %s', async (_, token) => {
  const { status, errors, data } = await app.ask(token, '{ viewer { name } }');
  expect([status, errors?.[0]?.extensions.code, data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
});

it('speaks Swedish, and English when asked', async () => {
  const swedish = await app.ask(police, CASE, { id: randomUUID() });
  const english = await app.ask(police, CASE, { id: randomUUID() }, { 'accept-language': 'en' });
  expect(swedish.errors?.[0]?.message).toMatch(/ärende/);
  expect(english.errors?.[0]?.message).toMatch(/case/);
});

it('keeps the other answers of an operation in which one id is unknown', async () => {
  const { data, errors } = await app.ask<{ viewer: object; case: null }>(
    police,
    `query ($id: ID!) { viewer { name } case(id: $id) { number } }`,
    { id: randomUUID() },
  );
  expect(data.viewer).toBeDefined();
  expect(data.case).toBeNull();
  expect(errors).toHaveLength(1);
});
