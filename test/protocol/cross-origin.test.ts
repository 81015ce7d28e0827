/** The frontends of agencies are pages of other origins; which of them may read is configured. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { describeInBrowser, launchBrowser } from '../support/browser.js';

const FRONTEND = 'https://frontend.example';
let app: TestApp;
let own: Server;
let foreign: Server;
const originOf = (server: Server): string => `http://localhost:${String((server.address() as AddressInfo).port)}`;
const emptyPage = async (): Promise<Server> => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<title>-</title>'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
};

beforeAll(async () => {
  [own, foreign] = [await emptyPage(), await emptyPage()];
  app = await startTestApp({ config: { allowedOrigins: [FRONTEND, originOf(own)] } });
}, 60_000);
afterAll(async () => {
  await app.stop();
  own.close();
  foreign.close();
});

async function asked(
  method: string,
  headers: Record<string, string>,
): Promise<[number, Record<string, string | null>]> {
  const body = method === 'POST' ? JSON.stringify({ query: '{ viewer { id } }' }) : null;
  const response = await fetch(`${app.url}/graphql`, { method, headers, body });
  await response.text();
  const names = ['allow-origin', 'allow-methods', 'allow-headers', 'allow-credentials'];
  const told = names.map((name) => [name, response.headers.get(`access-control-${name}`)] as const);
  return [response.status, { ...Object.fromEntries(told), vary: response.headers.get('vary') }];
}

const preflight = (origin: string): ReturnType<typeof asked> =>
  asked('OPTIONS', {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  });

test('a configured origin is let read, with a token and never with cookies', async () => {
  const [status, told] = await preflight(FRONTEND);
  expect(status).toBe(204);
  expect(told).toMatchObject({ 'allow-origin': FRONTEND, 'allow-methods': 'POST', 'allow-credentials': null });
  expect(told['allow-headers']).toMatch(/authorization, sig-capacity, content-type/);
  const post = await asked('POST', { origin: FRONTEND, 'content-type': 'application/json' });
  expect(post).toMatchObject([401, { 'allow-origin': FRONTEND, vary: 'Origin' }]);
});

test.each(['https://evil.example', 'https://frontend.example.evil.example', 'null', 'http://frontend.example'])(
  'another is told nothing: %s',
  async (origin) => {
    const nothing = { 'allow-origin': null, 'allow-methods': null, 'allow-headers': null };
    expect(await preflight(origin)).toMatchObject([405, nothing]);
    expect(await asked('POST', { origin, 'content-type': 'application/json' })).toMatchObject([401, nothing]);
  },
);

describeInBrowser('in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchBrowser()), 30_000);
  afterAll(() => browser.close());

  /** What a page of that origin gets to know: the name, a first event of a stream, or that the browser refused. */
  async function seenFrom(server: Server): Promise<string[]> {
    const { token } = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
    const page = await browser.newPage();
    await page.goto(originOf(server));
    const seen = await page.evaluate(
      async ({ url, bearer }) => {
        const ask = async (query: string, accept: string): Promise<string> => {
          const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', accept };
          const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
          if (accept === 'application/json') return response.text();
          const { value } = await response.body!.getReader().read();
          return new TextDecoder().decode(value as Uint8Array<ArrayBuffer> | undefined);
        };
        const refused = (error: unknown): string => (error as Error).name;
        const stream = 'subscription { planChanged { __typename } }';
        return [
          await ask('{ viewer { capacity } }', 'application/json').catch(refused),
          await ask(stream, 'text/event-stream').catch(refused),
        ];
      },
      { url: app.url, bearer: token },
    );
    await page.close();
    return seen;
  }

  test('a page of a configured origin asks and follows changes, one of another gets nothing', async () => {
    expect(await seenFrom(own)).toEqual([expect.stringContaining('"capacity":"COORDINATOR"'), ':\n\n']);
    expect(await seenFrom(foreign)).toEqual(['TypeError', 'TypeError']);
  }, 30_000);
});
