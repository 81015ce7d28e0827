import { EventEmitter } from 'node:events';
import pg from 'pg';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import { PolicyTable } from '../../src/graphql/policy-table.js';
import { createSchema } from '../../src/api/schema.js';
import { sourceFiles } from '../architecture/source-files.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing, withdrawal } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { nextEvent } from '../support/event.js';
import { casesOf, PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';
import { rowsOf } from '../support/piece-rows.js';

/** Ways in which other servers have disclosed beside the answer: streams, other channels, logs, caches, abuse of the protocol. */
let app: TestApp;
let writer: Changing;
let superuser: pg.Client;
const logged: string[] = [];
const statements = new EventEmitter();

beforeAll(async () => {
  app = await startTestApp({
    config: { logLevel: 'trace' },
    logTo: { write: (line) => void logged.push(line) },
    onStatement: (name) => statements.emit(name),
  });
  writer = await changing(app.database);
  superuser = new pg.Client(app.database.login);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await writer.end();
  await app.stop();
});

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const coordinator = (): string => app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

/** A stream that is known to be live: it has told of a change. */
async function liveStream(wanted: Parameters<TestApp['persona']>[0]) {
  const { token, id: viewerId } = app.persona(wanted);
  const { caseId, planId, actionId, seen } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const { cursor } = (await socket.frame('a')).data!['planChanged'] as { cursor: string };
  return { socket, token, viewerId, caseId, planId, actionId, seen, cursor };
}

describe('a stream', () => {
  test('rights asked for at the start only: a withdrawal ends a stream that was opened before it', async () => {
    const { socket, caseId, actionId, seen } = await liveStream({
      municipality: 'Vellinge',
      profession: 'POLICE_OFFICER',
    });
    await writer.change(
      caseId,
      { ACTION_CHANGED: [actionId], CONSENT_CHANGED: [] },
      withdrawal(caseId, seen.youngPerson.id),
    );
    expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ __typename: 'AccessEnded', caseId });
    expect(await socket.next()).toEqual({ id: 'a', type: 'complete' });
    await socket.close();
  });

  test('a stale token: a role that has ended since the socket was opened gets no event, whatever the token says', async () => {
    const { socket, caseId, actionId, viewerId, token } = await liveStream({
      municipality: 'Uddevalla',
      profession: 'FIELD_SECRETARY',
    });
    await writer.change(caseId, { ACTION_CHANGED: [actionId] }, (client) =>
      client.query('update sig.role_term set valid_until = sig.now() where id = $1', [viewerId]),
    );
    const message = await socket.next();
    expect(JSON.stringify(message)).not.toContain(actionId);
    expect(JSON.stringify(message)).not.toContain('PlanChanged');
    const { status, errors } = await app.ask(token, '{ cases { totalCount } }');
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    socket.socket.terminate();
  });

  test('empty notifications and gaps: a change that is withheld gives no frame, and the next cursor does not count it', async () => {
    const { rows } = await superuser.query<{ id: string; case_id: string }>(
      `select id, case_id from ${rowsOf('ACTION')} x order by id`,
    );
    const { token } = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
    const open = (await casesOf(app, token)).filter(({ plan, status }) => plan !== null && status === 'ACTIVE');
    const seen = new Set(open.flatMap(({ plan }) => plan!.goals.flatMap(({ actions }) => actions.map(({ id }) => id))));
    const hidden = rows.find(({ id, case_id }) => !seen.has(id) && open.some((one) => one.id === case_id))!;
    const planId = open.find(({ id }) => id === hidden.case_id)!.plan!.id;
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', PLAN_STREAM, { caseId: hidden.case_id });
    await writer.change(hidden.case_id, { PLAN_CHANGED: [planId] });
    const first = (await socket.frame('a')).data!['planChanged'] as { cursor: string };
    for (let hiddenChanges = 0; hiddenChanges < 3; hiddenChanges++) {
      const judged = nextEvent(statements, 'load_cases');
      await writer.change(hidden.case_id, { ACTION_CHANGED: [hidden.id] });
      await judged;
    }
    await writer.change(hidden.case_id, { PLAN_CHANGED: [planId] });
    const second = (await socket.frame('a')).data!['planChanged'] as { cursor: string };
    // Encrypted, and of one length whatever the place: neither a number nor a distance can be read from them.
    const bytes = [first, second].map(({ cursor }) => Buffer.from(cursor, 'base64url'));
    expect(bytes[0]!.length).toBe(bytes[1]!.length);
    expect(bytes[0]!.subarray(0, 16).equals(bytes[1]!.subarray(0, 16))).toBe(false);
    await socket.close();
  });

  test('nothing that a stream tells has a counter of its own', async () => {
    const { schema } = await createSchema();
    const told = ['PlanChange', 'MeetingChange', 'CaseChange'].flatMap((name) => {
      const union = schema.getType(name);
      return isAbstractType(union) ? schema.getPossibleTypes(union) : [];
    });
    expect(told.length).toBeGreaterThan(4);
    const numbers = told.flatMap((type) =>
      Object.values(type.getFields()).filter(({ type: of }) =>
        ['Int', 'Float', 'BigInt'].includes(getNamedType(of).name),
      ),
    );
    expect(numbers.map(({ name }) => name)).toEqual([]);
  });
});

describe('a forgotten channel', () => {
  test('all that the server answers on is known, and what is no graph tells nothing of a case', async () => {
    const secrets = await superuser.query<{ id: string }>(
      `select id from sig.case_file union all select id from ${rowsOf('NOTE')} x`,
    );
    for (const path of [
      '/metrics',
      '/health',
      '/healthz',
      '/ready',
      '/',
      '/admin',
      '/dev/personas',
      '/graphql/export',
      '/calendar.ics',
    ]) {
      const text = await (await fetch(`${app.url}${path}`)).text();
      for (const { id } of secrets.rows) expect([path, text.includes(id)]).toEqual([path, false]);
    }
  });

  test('what writes to a client stands in four files, and what reads a case in one', () => {
    const sources = sourceFiles('src/**/*.ts').filter(({ path }) =>
      /src\/(http|api|graphql|changes|features|access|telemetry|texts)\//.test(path),
    );
    const having = (pattern: RegExp): string[] =>
      sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(having(/\b(response|reply|res)\.(end|write|writeHead)\(|\bsocket\.(send|write|end)\(/).sort()).toEqual([
      'src/http/http-reply.ts',
      'src/http/sse-response.ts',
      'src/http/ws-connection.ts',
      'src/http/ws-server.ts',
    ]);
    expect(having(/sig\.case_facts\(/)).toEqual(['src/access/load.ts']);
    // The list of personas, in development only, asks for names of agencies.
    expect(having(/sig\.open_scope\(/).sort()).toEqual(['src/access/open-read-scope.ts', 'src/http/personas.ts']);
  });

  test('files: nothing in the schema is a link or an upload', async () => {
    const { schema } = await createSchema();
    const types = Object.values(schema.getTypeMap());
    expect(
      types.map(({ name }) => name).filter((name) => /upload|file|url|blob/i.test(name) && name !== 'CaseFile'),
    ).toEqual([]);
    const fields = types.flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__') ? Object.keys(type.getFields()) : [],
    );
    expect(fields.filter((name) => /url|href|link|attachment/i.test(name))).toEqual([]);
  });

  test('logs: what a client sends, gets and gets wrong is in no line and no metric', async () => {
    const word = 'kanariefågel4711';
    const token = coordinator();
    const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
      token,
      '{ cases(status: [ACTIVE], first: 1) { edges { node { id youngPerson { givenName familyName personalIdentityNumber } } } } }',
    );
    const id = data.cases.edges[0]!.node.id;
    const write = `mutation ($id: ID!, $text: String!) { writeNote(input: { requestId: "log", caseId: $id, category: PLAN, text: $text }) { id text } }`;
    expect((await app.ask(token, write, { id, text: word })).text).toContain(word);
    await app.ask(token, write, { id: 'none', text: word });
    await app.ask(token, `{ ${word} }`.replace('å', 'a'));
    await app.ask(`${token}${word}`.replace('å', 'a'), '{ viewer { id } }');
    const names = Object.values(
      (data.cases.edges[0]!.node as unknown as { youngPerson: Record<string, string> }).youngPerson,
    );
    const said = [...logged, await (await fetch(`${app.url}/metrics`)).text()].join('\n');
    expect(logged.length).toBeGreaterThan(3);
    for (const secret of ['gel4711', ...names, token])
      expect([secret.slice(0, 5), said.includes(secret)]).toEqual([secret.slice(0, 5), false]);
  });
});

describe('the protocol', () => {
  test('caches: no answer may be kept, and no query can be stored under a hash', async () => {
    const answers = await Promise.all([
      post('{"query":"{ __typename }"}'),
      post('{"query":"{ nothing }"}'),
      post('{"query":"{ cases { totalCount } }"}', { authorization: `Bearer ${coordinator()}` }),
      fetch(`${app.url}/dev/personas`),
      fetch(`${app.url}/elsewhere`),
    ]);
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'));
    const { errors } = (await (
      await post('{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}')
    ).json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  test('foreign sites: no simple request of a browser runs anything, and no foreign page opens a socket', async () => {
    const simple = [
      await post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }),
      await post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }),
      await fetch(`${app.url}/graphql?query={__typename}`),
      await fetch(`${app.url}/graphql?query=mutation{release(pieceId:"x"){id}}`, {
        headers: { 'apollo-require-preflight': '1' },
      }),
    ];
    expect(simple.map(({ status }) => status)).toEqual([415, 415, 400, 405]);
    await expect(TestSocket.open(app.url, { headers: { origin: 'https://elsewhere.example' } })).rejects.toThrow('403');
  });

  test.each<[string, string]>([
    ['a batch', `[${times(10, () => '{"query":"{ __typename }"}').replaceAll('} {', '},{')}]`],
    ['aliases', JSON.stringify({ query: `{ viewer { ${times(200, (n) => `a${n}: id`)} } }` })],
    ['root fields', JSON.stringify({ query: `{ ${times(50, (n) => `a${n}: viewer { id }`)} }` })],
    ['directives', JSON.stringify({ query: `{ viewer { ${times(100, () => 'id @skip(if: false)')} } }` })],
    [
      'depth',
      JSON.stringify({
        query: `{ cases { edges { node { plan { goals { ${'actions { '.repeat(20)} id ${'} '.repeat(20)} } } } } } }`,
      }),
    ],
    [
      'cost',
      JSON.stringify({
        query:
          '{ cases(first: 200) { edges { node { notes(first: 200) { edges { node { objections { text } author { name agency { name } } } } } meetings(first: 200) { edges { node { invitations { id invitee { ... on Professional { name } } } decisions { action { evaluations { author { name } } } } } } } } } } }',
      }),
    ],
  ])('abuse: too much of %s is refused, for a known viewer too, before anything is read', async (_, body) => {
    const heard: string[] = [];
    const hear = (): void => void heard.push('open_scope');
    statements.on('open_scope', hear);
    const response = await post(body, { authorization: `Bearer ${coordinator()}` });
    statements.off('open_scope', hear);
    expect([response.status, heard]).toEqual([400, []]);
  });

  test('error texts: a fault says nothing of its cause, and a wrong value is not repeated where it may be withheld', async () => {
    await superuser.query('alter function sig.open_scope(uuid, text) rename to gone');
    const { text, errors } = await app.ask(coordinator(), '{ cases { totalCount } }');
    await superuser.query('alter function sig.gone(uuid, text) rename to open_scope');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
    for (const word of ['open_scope', 'function', 'sig.', 'at Object', 'node_modules'])
      expect(text).not.toContain(word);
  });
});

describe('the policies', () => {
  test('type-graphql: no right hangs on a decorator that something else must remember to ask', () => {
    expect(
      sourceFiles('src/**/*.ts')
        .filter(({ text }) => /\bAuthorized\b|authChecker/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('interfaces: every field of every object type has one policy of its own, and an interface has none to inherit', async () => {
    const { schema, policies } = await createSchema();
    const objects = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map(
      (root) => root?.name,
    );
    for (const type of objects) {
      if (!isObjectType(type) || roots.includes(type.name)) continue;
      const without = Object.keys(type.getFields()).filter(
        (field) => policies.fieldsOf(type.name).get(field) === undefined,
      );
      expect([type.name, without]).toEqual([type.name, []]);
    }
    const forgotten = { ...schema.getType('Note')!.extensions };
    schema.getType('Note')!.extensions = {};
    expect(() => new PolicyTable(schema)).toThrow(/Note\.text: no policy/);
    schema.getType('Note')!.extensions = forgotten;
  });
});
