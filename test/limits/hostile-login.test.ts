import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { until } from '../support/event.js';

let app: TestApp;
let other: TestApp;
let coordinator: Persona;
beforeAll(async () => {
  app = await startTestApp({ config: { viewerBudget: 200_000 } });
  other = await startTestApp({ database: app.database, config: { viewerBudget: 200_000 } });
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
});
afterAll(async () => {
  await other.stopServer();
  await app.stop();
});

const SHARING =
  'sharing { from { name } to { name } category open detail { explanations obstacles signers { answer signer { name } } } }';

async function ids(): Promise<string[]> {
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    coordinator.token,
    '{ cases(first: 50) { edges { node { id } } } }',
  );
  return data.cases.edges.map(({ node }) => node.id);
}

test('a document that promises little and costs much is ended while it is answered, and shows and records nothing', async () => {
  const [first] = await ids();
  const aliases = Array.from(
    { length: 20 },
    (_, index) => `a${index}: ${SHARING.replace('{', '@include(if: $yes) {')}`,
  );
  for (const query of [
    `query($yes: Boolean = true) { case(id: "${first!}") { ${aliases.join(' ')} } }`,
    `query($yes: Boolean = true) { case(id: "${first!}") { ${aliases.join(' ').replaceAll('@include(if: $yes)', '')} } }`.replace(
      '($yes: Boolean = true)',
      '',
    ),
  ]) {
    const { status, data, errors } = await app.ask(coordinator.token, query);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', reason: 'tooMuchWork' } }]);
  }
});

test('what is long for every case is refused before anything is read', async () => {
  const { errors } = await app.ask(coordinator.token, `{ cases(first: 200) { edges { node { ${SHARING} } } } }`);
  expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', reason: 'tooCostly' } }]);
});

test.each([
  ['inline fragments', (fields: string) => `{ ... { ${fields} } }`],
  ['fragments', (fields: string) => `{ ...all ...all } fragment all on Query { ${fields} }`],
])('root fields are counted through %s', async (_, wrap) => {
  const fields = Array.from(
    { length: 11 },
    (_one, index) => `a${index}: label(enum: "CaseStatus", value: "PAUSED") { label }`,
  );
  const { errors } = await app.ask(coordinator.token, wrap(fields.join(' ')));
  expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', reason: 'tooManyRootFields' } }]);
});

test('five changes go into one document, six do not', async () => {
  const changes = (count: number) =>
    `mutation { ${Array.from({ length: count }, (_, index) => `a${index}: markNotificationsRead(input: { requestId: "${crypto.randomUUID()}", ids: [] }) { __typename }`).join(' ')} }`;
  expect((await app.ask(coordinator.token, changes(6))).errors).toMatchObject([
    { extensions: { code: 'LIMIT_EXCEEDED', reason: 'tooManyChanges' } },
  ]);
  expect((await app.ask(coordinator.token, changes(5))).errors?.[0]?.extensions.reason).not.toBe('tooManyChanges');
});

test('the budget of a minute is told, holds over both processes, and is nobody else’s', async () => {
  const police = app.persona({ municipality: 'Vellinge', profession: 'POLICE_OFFICER' });
  const principal = app.persona({ municipality: 'Vellinge', profession: 'PRINCIPAL' });
  const ask = (url: string, { token }: Persona) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ labels { name values { value label explanation } } }' }),
    });
  const first = await ask(app.url, police);
  expect(first.headers.get('ratelimit')).toMatch(/^"viewer";r=\d+;t=\d+$/);
  await until('the budget is spent', async () => (await ask(app.url, police)).status === 429);
  const refused = await ask(app.url, police);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'LIMIT_EXCEEDED', reason: 'budgetSpent' } }],
  });
  await until('the other process has heard of it', async () => (await ask(other.url, police)).status === 429);
  expect((await ask(app.url, principal)).status).toBe(200);
});
