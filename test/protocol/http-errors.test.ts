import { languageOf, messageOf } from '../../src/texts/messages.js';
import { startHarness } from './http-harness.js';
import type { Harness } from './http-harness.js';

let server: Harness;
beforeAll(async () => {
  server = await startHarness({ development: false });
});
afterAll(() => server.stop());

describe('an error in the answer', () => {
  test('of the domain: its code, its path, what to do, and 200 with what else there is', async () => {
    const answer = await server.ask({ query: '{ hello other: refused }' }, { 'accept-language': 'en' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      data: { hello: 'hej', other: null },
      errors: [
        {
          message: 'There is no case with that id among yours. Check the id, or list your cases with `cases`.',
          locations: [{ line: 1, column: 9 }],
          path: ['other'],
          extensions: { code: 'NOT_FOUND', reason: 'caseNotFound' },
        },
      ],
    });
  });

  test('in Swedish by default', async () => {
    const answer = await server.ask({ query: '{ refused }' });
    expect(answer.body.errors?.[0]?.message).toBe(messageOf('sv', 'NOT_FOUND', 'caseNotFound'));
  });

  test.each([
    ['a thrown error', '{ broken }', 'http-harness'],
    ['a value that graphql-js quotes', '{ wrongEnum }', 'GraphQLEnumType.serialize'],
  ])('of ours (%s): INTERNAL and the request id, nothing of what happened', async (_, query, place) => {
    const before = server.logged().length;
    const answer = await server.ask({ query }, { 'accept-language': 'en' });
    const requestId = answer.headers.get('x-request-id');
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', requestId });
    expect(answer.body.errors?.[0]?.message).toContain(requestId);
    expect(answer.text).not.toMatch(/hemligt|stack|\bat /);
    const logged = server.logged().slice(before);
    expect(logged).toContain(requestId);
    expect(logged).toContain(place);
    expect(logged).not.toContain('hemligt');
  });

  test.each([
    ['who asks is looked up', { createContext: () => Promise.reject(new Error('hemligt-4711')) }],
    ['the operation begins', { beforeExecution: () => Promise.reject(new Error('hemligt-4711')) }],
  ])('of ours before anything is read, while %s: 500 and INTERNAL', async (_, options) => {
    const faulty = await startHarness({ ...options, development: false });
    const answer = await faulty.ask({ query: '{ hello }' });
    await faulty.stop();
    expect([answer.status, answer.body.data, answer.body.errors?.[0]?.extensions['code']]).toEqual([
      500,
      undefined,
      'INTERNAL',
    ]);
    expect(answer.text + faulty.logged()).not.toContain('hemligt');
  });

  test.each([
    ['of the syntax', { query: '{ hello' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['of an unknown field', { query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'of an unknown operation',
      { query: 'query A { hello } query B { hello }', operationName: 'C' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'of two operations without a choice',
      { query: 'query A { hello } query B { hello }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s keeps GraphQL’s own code', async (_, body, status, code) => {
    const answer = await server.ask(body);
    expect([answer.status, answer.body.errors?.[0]?.extensions]).toEqual([status, { code }]);
  });

  test.each<[string, object, object]>([
    [
      'a variable of the wrong type',
      { query: 'query($t: String!) { echo(text: $t) }', variables: { t: 1 } },
      { variable: 't' },
    ],
    ['a missing variable', { query: 'query($t: String!) { echo(text: $t) }' }, { variable: 't' }],
    [
      'a wrong field inside a variable',
      { query: 'query($t: Thing) { echo(text: "", thing: $t) }', variables: { t: { name: 1 } } },
      { variable: 't' },
    ],
  ])('of %s: BAD_USER_INPUT, which variable, and what is wrong with it', async (_, body, more) => {
    const answer = await server.ask(body, { 'accept-language': 'en' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'valueRefused', ...more });
    expect(answer.body.errors?.[0]?.message).toMatch(
      /^A value cannot be accepted\. Correct it and send again\. Variable "\$t"/,
    );
  });

  test('of an argument that turns out null: BAD_USER_INPUT with its path', async () => {
    const answer = await server.ask({ query: 'query($t: String = "a") { echo(text: $t) }', variables: { t: null } });
    expect(answer.body.errors?.[0]).toMatchObject({ path: ['echo'], extensions: { code: 'BAD_USER_INPUT' } });
  });
});

test('what a client sends and gets is in no log line; what became of it is', async () => {
  const secret = 'hemligt-2380';
  await server.ask(
    { query: 'query($t: String!) { echo(text: $t) }', variables: { t: secret } },
    { authorization: `Bearer good-${secret}` },
  );
  await server.ask({ query: 'query($t: Int!) { echo(text: $t) }', variables: { t: secret } });
  await server.ask({ query: `{ ${secret.replace('-', '')} }` });
  await server.ask({ query: `{ echo(text: "${secret}" }` });
  expect(server.logged()).not.toMatch(/hemligt-?2380/);
  expect(server.outcomes.slice(-4).map(({ operation, code }) => [operation, code])).toEqual([
    ['query', 'OK'],
    ['none', 'GRAPHQL_VALIDATION_FAILED'],
    ['none', 'GRAPHQL_VALIDATION_FAILED'],
    ['none', 'GRAPHQL_PARSE_FAILED'],
  ]);
  const last = JSON.parse(server.logged().trim().split('\n').at(-1)!) as object;
  expect(Object.keys(last).sort()).toEqual([
    'code',
    'level',
    'msg',
    'operation',
    'requestId',
    'seconds',
    'status',
    'time',
  ]);
});

describe('the language', () => {
  test.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['sv', 'sv'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en-US,en;q=0.9,sv;q=0.8', 'en'],
    ['sv;q=0.5, en;q=0.7', 'en'],
    ['en;q=0', 'sv'],
    ['sv;q=0, en;q=0.1', 'en'],
    ['de, en;q=0.5', 'en'],
    ['de', 'sv'],
    ['*', 'sv'],
    ['en;q=abc', 'sv'],
    ['en;q=2', 'sv'],
    ['english', 'sv'],
    ['en;level=1;q=0.4, sv;q=0.3', 'en'],
    [';;;,,,', 'sv'],
  ] as const)('%p is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
