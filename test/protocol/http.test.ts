import { request } from 'node:http';
import { startHarness, testSchema } from './http-harness.js';
import type { Harness } from './http-harness.js';

let server: Harness;
let production: Harness;
beforeAll(async () => {
  server = await startHarness();
  production = await startHarness({ development: false });
});
afterAll(async () => {
  await server.stop();
  await production.stop();
});

const post = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('an answer', () => {
  test('carries data with 200', async () => {
    const answer = await server.ask({ query: '{ hello }' });
    expect([answer.status, answer.body]).toEqual([200, { data: { hello: 'hej' } }]);
  });

  test('is never kept, framed or guessed at', async () => {
    const { headers } = await server.ask({ query: '{ hello }' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('asks for TLS from then on in production only', async () => {
    expect((await production.ask({ query: '{ hello }' })).headers.get('strict-transport-security')).toMatch(
      /^max-age=\d{8}/,
    );
    expect((await server.ask({ query: '{ hello }' })).headers.get('strict-transport-security')).toBeNull();
  });

  test('comes in the media type of GraphQL over HTTP for who accepts it', async () => {
    const answer = await server.ask({ query: '{ hello }' }, { accept: 'application/graphql-response+json' });
    expect(answer.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
  });
});

describe('what is no GraphQL request', () => {
  test.each<[string, number, string, () => Promise<Response>]>([
    [
      'text/plain, as a foreign form sends',
      415,
      'BAD_REQUEST',
      () => post('{"query":"{hello}"}', { 'content-type': 'text/plain' }),
    ],
    ['another charset', 415, 'BAD_REQUEST', () => post('{}', { 'content-type': 'application/json; charset=utf-16' })],
    ['a compressed body', 415, 'BAD_REQUEST', () => post('{}', { 'content-encoding': 'gzip' })],
    ['broken JSON', 400, 'BAD_REQUEST', () => post('{"query":')],
    ['broken UTF-8', 400, 'BAD_REQUEST', () => post(Buffer.from('{"query":"{ hello } #\xff"}', 'latin1'))],
    ['nothing', 400, 'BAD_REQUEST', () => post('')],
    ['a number', 400, 'BAD_REQUEST', () => post('1')],
    ['no query', 400, 'BAD_REQUEST', () => post('{"variables":{}}')],
    ['variables that are a text', 400, 'BAD_REQUEST', () => post('{"query":"{hello}","variables":"{}"}')],
    ['a batch', 400, 'BAD_REQUEST', () => post('[{"query":"{hello}"},{"query":"{hello}"}]')],
    [
      'a persisted query, which clients then send whole',
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      () => post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'),
    ],
    ['PUT', 405, 'BAD_REQUEST', () => fetch(`${server.url}/graphql`, { method: 'PUT', body: '{}' })],
    ['OPTIONS', 405, 'BAD_REQUEST', () => fetch(`${server.url}/graphql`, { method: 'OPTIONS' })],
    [
      'GET without the header that a foreign site cannot send',
      400,
      'BAD_REQUEST',
      () => fetch(`${server.url}/graphql?query={hello}`),
    ],
    [
      'a mutation by GET',
      405,
      'BAD_REQUEST',
      () => fetch(`${server.url}/graphql?query=mutation{touch}`, { headers: { 'apollo-require-preflight': '1' } }),
    ],
    ['a subscription over HTTP', 400, 'BAD_REQUEST', () => post('{"query":"subscription{ticks}"}')],
    ['another page', 404, 'NOT_FOUND', () => fetch(`${server.url}/admin`)],
  ])('%s: %i %s', async (_, status, code, send) => {
    const response = await send();
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('a query by GET with the header is answered', async () => {
    const response = await fetch(`${server.url}/graphql?query={hello}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect([response.status, await response.json()]).toEqual([200, { data: { hello: 'hej' } }]);
  });

  test.each([
    ['announced', 100_001, { 'content-length': '100001' }],
    ['in pieces', 100_001, {}],
    ['announced as huge', 1_000, { 'content-length': '999999999' }],
  ])('a body over 100 kB, %s, is refused with 413', async (_, size, headers) => {
    const status = await new Promise((resolve, reject) => {
      const sent = request(
        `${server.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      sent.write('x'.repeat(size));
      if (size > 100_000) sent.end();
    });
    expect(status).toBe(413);
  });

  test('a body of 100 kB is read', async () => {
    const query = `{ hello } #`;
    const body = JSON.stringify({ query }).length;
    const answer = await server.ask({ query: query + 'x'.repeat(100_000 - body) });
    expect(answer.status).toBe(200);
  });
});

describe('who asks', () => {
  test('a refused token is 401 before anything runs', async () => {
    const answer = await server.ask({ query: '{ hello }' }, { authorization: 'Bearer bad' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.body).toEqual({
      errors: [
        {
          message: expect.stringContaining('inte inloggad'),
          extensions: { code: 'UNAUTHENTICATED', reason: 'tokenRefused' },
        },
      ],
    });
  });

  test('a field that needs a sign-in turns the answer into 401', async () => {
    const answer = await server.ask({ query: '{ whoami }' });
    expect([answer.status, answer.body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('two Authorization headers are none', async () => {
    const seen: (string | undefined)[] = [];
    const strict = await startHarness({
      createContext: ({ authorization }) => {
        seen.push(authorization);
        return Promise.resolve({ user: null });
      },
    });
    await new Promise((resolve) => {
      const sent = request(`${strict.url}/graphql`, { method: 'POST' }, (response) =>
        response.resume().on('end', resolve),
      );
      sent.setHeader('content-type', 'application/json');
      sent.setHeader('authorization', ['Bearer a.b.c', 'Bearer d.e.f']);
      sent.end('{"query":"{hello}"}');
    });
    await strict.stop();
    expect(seen).toEqual(['Bearer a.b.c, Bearer d.e.f']);
  });

  test('a token in the address counts for nothing and is not logged', async () => {
    const response = await fetch(`${server.url}/graphql?authorization=Bearer+good-hemligt-0815`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{whoami}"}',
    });
    expect(response.status).toBe(401);
    expect(server.logged()).not.toContain('hemligt-0815');
  });
});

describe('the schema', () => {
  test('is told in development', async () => {
    expect((await server.ask({ query: '{ __schema { queryType { name } } }' })).status).toBe(200);
  });

  test.each([
    ['by introspection', { query: '{ __schema { queryType { name } } }' }],
    ['by a mistyped field', { query: '{ helo }' }],
    ['by a mistyped argument', { query: '{ echo(txt: "a") }' }],
    ['by a mistyped enum value', { query: '{ echo(text: "a", colour: RAD) }' }],
    [
      'by a mistyped enum value in variables',
      { query: 'query($c: Colour) { echo(text: "a", colour: $c) }', variables: { c: 'REDD' } },
    ],
    [
      'by a mistyped input field in variables',
      { query: 'query($t: Thing) { echo(text: "a", thing: $t) }', variables: { t: { name: 'x', color: 'RED' } } },
    ],
  ])('is not told in production %s', async (_, body) => {
    const answer = await production.ask(body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/Did you mean|"RED"|GREEN|"hello"|"colour"\?|\btext\b.*\?/);
  });
});

describe('stopping', () => {
  test('running requests end, new ones are not taken, and it ends', async () => {
    let release = (): void => undefined;
    let begun = (): void => undefined;
    const inside = new Promise<void>((resolve) => (begun = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = await startHarness({
      schema: testSchema({
        slow: async () => {
          begun();
          await held;
          return 'done';
        },
      }),
    });
    const running = slow.ask({ query: '{ slow }' });
    await inside;
    const stopped = slow.stop();
    await expect(slow.ask({ query: '{ hello }' })).rejects.toThrow();
    release();
    const answer = await running;
    expect([answer.status, answer.body, answer.headers.get('connection')]).toEqual([
      200,
      { data: { slow: 'done' } },
      'close',
    ]);
    await stopped;
  });

  test('a request that does not end is cut when its time is up', async () => {
    let begun = (): void => undefined;
    const inside = new Promise<void>((resolve) => (begun = resolve));
    const stuck = await startHarness({
      schema: testSchema({
        slow: () => {
          begun();
          return new Promise(() => undefined);
        },
      }),
    });
    const running = stuck.ask({ query: '{ slow }' });
    running.catch(() => undefined);
    await inside;
    await stuck.stop(1);
    await expect(running).rejects.toThrow();
  });
});
