import { auditServer } from 'graphql-http';
import { startHarness } from './http-harness.js';

/** SHOULD: 200 for a refused document under `application/json`. Apollo Server answers 400, as most clients expect. */
const DEPARTED_FROM = ['572B', 'FDE2', '7B9B'];

test('the audit of the GraphQL over HTTP specification finds what is known and nothing else', async () => {
  const server = await startHarness();
  const results = await auditServer({
    url: `${server.url}/graphql`,
    fetchFn: (url: string, init?: RequestInit) =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), 'apollo-require-preflight': 'true' } }),
  });
  await server.stop();
  expect(results.length).toBeGreaterThan(55);
  expect(
    results
      .filter(({ status }) => status !== 'ok')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(DEPARTED_FROM.sort());
});
