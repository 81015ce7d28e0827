import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { EXAMPLES } from '../../src/http/playground/examples.js';
import { playgroundRoutes } from '../../src/http/playground/routes.js';
import { startHarness } from '../protocol/http-harness.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { describeInBrowser, launchBrowser } from '../support/browser.js';
import { changing } from '../support/changes.js';
import { planSeenBy } from '../support/plan-stream.js';

/** For the editor's first load on a slow machine. */
const LIMIT = 30_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

test('the page may reach nothing but its own origin, and runs no script that is not a file of it', async () => {
  const response = await fetch(app.url);
  const policy = response.headers.get('content-security-policy') ?? '';
  const host = new URL(app.url).host;
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      `connect-src 'self' ws://${host} wss://${host}`,
    ]),
  );
  const html = await response.text();
  expect(html).not.toMatch(/https?:\/\//);
  expect(html).not.toContain('eyJ');
  const inline = [...html.matchAll(/<script(?![^>]*src=)([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(inline).toEqual([' type="application/json" id="setup"']);
});

test.each([
  ['en', 'Ask as'],
  ['sv', 'Fråga som'],
])('the page speaks %s', async (language, label) => {
  expect(await (await fetch(app.url, { headers: { 'accept-language': language } })).text()).toContain(label);
  expect(
    await (await fetch(`${app.url}/?lang=${language}`, { headers: { 'accept-language': 'de' } })).text(),
  ).toContain(label);
});

test('its files are asked for anew by fingerprint', async () => {
  const first = await fetch(`${app.url}/playground/page.js`);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${app.url}/playground/page.js`, { headers: { 'if-none-match': etag } });
  expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
});

test('in production there is no such page', async () => {
  const production = await startHarness({ development: false });
  const statuses = await Promise.all(
    ['/', '/dev/personas', ...playgroundRoutes().map(({ path }) => path)].map(
      async (path) => (await fetch(production.url + path)).status,
    ),
  );
  await production.stop();
  expect(new Set(statuses)).toEqual(new Set([404]));
});

describeInBrowser('in a real browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let requests: Request[];
  let faults: string[];
  beforeAll(async () => {
    browser = await launchBrowser();
  }, LIMIT);
  afterAll(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'sv-SE' });
    page = await context.newPage();
    page.setDefaultTimeout(LIMIT);
    requests = [];
    faults = [];
    context.on('request', (request) => requests.push(request));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  });
  afterEach(() => context.close());

  // The page's policy forbids evaluating text, so conditions are locators and functions, never strings.
  const answerShows = (text: string): Promise<void> =>
    page.locator('.graphiql-response .view-lines').filter({ hasText: text }).waitFor();

  test('a person is picked, an example is run, its answer is seen, and nothing leaves the origin', async () => {
    const police = app.persona({ municipality: 'Vellinge', profession: 'POLICE_OFFICER' });
    const principal = app.persona({ municipality: 'Vellinge', profession: 'PRINCIPAL' });
    await page.goto(app.url);
    await answerShows('"data"');
    await page.selectOption('#persona', police.id);
    await answerShows(police.name);
    await page.selectOption('#persona', principal.id);
    await answerShows(principal.name);
    await page.selectOption('#example', 'cases');
    await page.waitForURL(/example=cases/);
    await answerShows('"totalCount"');
    await answerShows(principal.name);

    expect(faults).toEqual([]);
    expect(requests.length).toBeGreaterThan(10);
    expect(
      requests
        .map((request) => request.url())
        .filter((url) => !/^(blob:|data:)/.test(url) && new URL(url).origin !== app.url),
    ).toEqual([]);
    expect((await context.storageState()).origins).toEqual([]);
    expect(page.url()).not.toContain(principal.token);
  }, 120_000);

  test.each(EXAMPLES)(
    '"$key" is answered from its address',
    async ({ key }) => {
      const person = app.persona({ municipality: 'Uddevalla', capacity: 'YOUNG_PERSON' });
      await page.goto(`${app.url}/?persona=${person.id}&example=${key}&lang=en`);
      await answerShows(person.name);
      expect(await page.locator('#about').textContent()).toBe(
        EXAMPLES.find((example) => example.key === key)!.about.en,
      );
      expect(faults).toEqual([]);
    },
    120_000,
  );

  test('a subscription is followed in the page: what changes is seen as it happens', async () => {
    const { id, token, name } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
    const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
    const query = `subscription { planChanged(caseId: "${caseId}") { ... on PlanChanged { changedActionIds } } }`;
    const subscribed = page
      .waitForEvent('websocket')
      .then((socket) => socket.waitForEvent('framesent', ({ payload }) => String(payload).includes('"subscribe"')));
    await page.goto(`${app.url}/?persona=${id}&query=${encodeURIComponent(query)}`);
    await page.locator('#persona').getByText(name).first().waitFor({ state: 'attached' });
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.locator('.graphiql-execute-button').click();
    await subscribed;
    const writer = await changing(app.database);
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    await answerShows(actionId);
    await writer.end();
    expect(faults).toEqual([]);
  }, 120_000);

  test('the keyboard is enough', async () => {
    const [, second] = app.personas;
    await page.goto(`${app.url}/?persona=${app.personas[0]!.id}`);
    await answerShows(app.personas[0]!.name);
    await page.locator('#persona').focus();
    await page.keyboard.press('ArrowDown');
    await answerShows(second!.name);
    await page.keyboard.press('Tab');
    expect(await page.locator('#example:focus').count()).toBe(1);
  }, 120_000);
});
