import { healthRoutes, metricsRoute } from '../../src/http/health.js';
import { startMetricsServer } from '../../src/http/http-server-metrics.js';
import { createMetrics } from '../../src/telemetry/metrics.js';
import { startHarness } from './http-harness.js';
import type { Harness } from './http-harness.js';

const NOW = Date.parse('2026-11-22T10:00:00.123Z');
let server: Harness;
let reachable = true;
let accepting = true;
let hears = true;
const metrics = createMetrics();
beforeAll(async () => {
  const now = (): Promise<number> => (reachable ? Promise.resolve(NOW) : Promise.reject(new Error('refused')));
  server = await startHarness({
    routes: [...healthRoutes({ now, accepting: () => accepting, hears: () => hears }), metricsRoute(metrics)],
    onOutcome: (outcome) => metrics.observe(outcome),
  });
});
afterAll(() => server.stop());

const get = async (path: string): Promise<[number, string]> => {
  const response = await fetch(server.url + path);
  return [response.status, await response.text()];
};

test('ready tells the server’s clock', async () => {
  expect(await get('/health/ready')).toEqual([200, '{"status":"ready","now":"2026-11-22T10:00:00.123Z"}']);
});

test('not ready without the database, nor while stopping; still alive', async () => {
  reachable = false;
  expect((await get('/health/ready'))[0]).toBe(503);
  reachable = true;
  accepting = false;
  expect((await get('/health/ready'))[0]).toBe(503);
  accepting = true;
  hears = false;
  expect(await get('/health/ready')).toEqual([503, '{"status":"hears of no changes"}']);
  hears = true;
  expect(await get('/health/live')).toEqual([200, '{"status":"live"}']);
});

test('HEAD is answered without a body', async () => {
  const response = await fetch(`${server.url}/health/live`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test('metrics count by kind and code, and carry nothing else', async () => {
  await server.ask({ query: 'query Hemlig { hello }' });
  await server.ask({ query: 'query Hemlig { refused }' });
  await server.ask({ query: '{ nothing' });
  const [status, text] = await get('/metrics');
  expect(status).toBe(200);
  expect(text).toContain('sig_graphql_requests_total{operation="query",code="OK"} 1');
  expect(text).toContain('sig_graphql_requests_total{operation="query",code="NOT_FOUND"} 1');
  expect(text).toContain('sig_graphql_requests_total{operation="none",code="GRAPHQL_PARSE_FAILED"} 1');
  expect(text).not.toContain('Hemlig');
});

test('metrics on a port of their own tell the same, and nothing else is there', async () => {
  const own = await startMetricsServer({ host: '127.0.0.1', port: 0, metrics, newId: () => 'one' });
  const response = await fetch(`${own.url}/metrics`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await response.text()).toContain('sig_graphql_requests_total');
  expect((await fetch(`${own.url}/graphql`)).status).toBe(404);
  expect((await fetch(`${own.url}/metrics`, { method: 'POST' })).status).toBe(404);
  await own.stop();
});
