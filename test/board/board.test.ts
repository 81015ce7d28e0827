import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bundlePages } from '../../.config/bundle-pages.mjs';
import { boardRoutes } from '../../src/http/board/routes.js';
import { startHarness } from '../protocol/http-harness.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { describeInBrowser, launchBrowser } from '../support/browser.js';

/** For a page's first load on a slow machine. */
const LIMIT = 30_000;

let app: TestApp;
beforeAll(async () => {
  await bundlePages();
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

test.each(['board', 'dashboard'])(
  '/%s reaches nothing but its own origin, and runs no script that is not a file',
  async (name) => {
    const response = await fetch(`${app.url}/${name}`);
    const policy = (response.headers.get('content-security-policy') ?? '').split('; ');
    const host = new URL(app.url).host;
    const html = await response.text();
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'"]));
    expect(policy).toContain(`connect-src 'self' ws://${host} wss://${host}`);
    expect(html).not.toMatch(/https?:\/\/|eyJ|<style|style=/);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  },
);

test('in production there are no such pages, and nobody moves the clock', async () => {
  const production = await startHarness({ development: false });
  const paths = ['/dev/clock', '/dev/cases', ...boardRoutes().map(({ path }) => path)];
  const statuses = await Promise.all(
    paths.map(async (path) => (await fetch(production.url + path, { method: 'POST' })).status),
  );
  await production.stop();
  expect(new Set(statuses)).toEqual(new Set([404]));
});

describeInBrowser('in a real browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    browser = await launchBrowser();
  }, LIMIT);
  afterAll(() => browser.close());
  afterEach(() => context.close());

  async function open(
    path: string,
    width: number,
    options: { colorScheme?: 'dark'; bypassCSP?: boolean } = {},
  ): Promise<void> {
    context = await browser.newContext({ locale: 'sv-SE', viewport: { width, height: 900 }, ...options });
    page = await context.newPage();
    page.setDefaultTimeout(LIMIT);
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${app.url}${path}`);
  }

  const tile = (agency: string, key: string) => page.locator(`.${agency} [data-tile="${key}"]`);
  const newest = () => page.locator('.events li').first();

  async function findings(): Promise<string[]> {
    await page.addScriptTag({ content: axe.source });
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; help: string }[] }> } }).axe.run(),
    );
    return violations.map(({ id, help }) => `${id}: ${help}`);
  }

  test(
    'a withdrawal closes what came from others, cuts the streams of the plan and of meetings, and is told; a fresh copy opens again',
    async () => {
      await open('/board?lang=sv', 1280);
      await page.locator('.POLICE [data-tile="attendance"] p', { hasText: '%' }).waitFor();
      await page.locator('#restore').click();
      await newest().filter({ hasText: 'nytt exemplar' }).waitFor();
      await page.locator('.POLICE [data-tile="attendance"] p', { hasText: '%' }).waitFor();
      await page.locator('#withdraw:enabled').click();
      await page.locator('.POLICE.gone').waitFor();
      await page.locator('.POLICE [data-tile="attendance"].shut').waitFor();
      await newest()
        .filter({ hasText: /tog tillbaka.*celler stängdes, 2 strömmar bröts på \d+ ms/ })
        .waitFor();
      expect(await tile('POLICE', 'attendance').textContent()).toContain('Inget samtycke');
      expect(await tile('POLICE', 'concern').getAttribute('class')).not.toContain('shut');
      expect(await page.locator('.POLICE .over').textContent()).toMatch(/Strömmen bröts efter \d+ ms\..*glömt/);
      expect(await page.locator('.SCHOOL').getAttribute('class')).not.toContain('gone');
      await page.locator('#restore').click();
      await page.locator('.POLICE:not(.gone) [data-tile="attendance"] p', { hasText: '%' }).waitFor();
      expect(faults).toEqual([]);
    },
    2 * LIMIT,
  );

  test(
    'what changes while the connection is away comes once to everybody who may see it, when it is back',
    async () => {
      await open('/board?lang=en', 1280);
      await page.locator('.LEISURE [data-tile="plan"] p').filter({ hasText: /of/ }).waitFor();
      await page.locator('#cut').click();
      await newest().filter({ hasText: '4 streams came back: 0 lost, 0 told twice' }).waitFor();
      expect(faults).toEqual([]);
    },
    2 * LIMIT,
  );

  test(
    'who was not asked closes what needs their yes, and their yes opens it',
    async () => {
      await open('/board?lang=sv', 1280);
      await page.locator('.signer').first().locator('.notAsked').click();
      await newest().filter({ hasText: 'nytt exemplar' }).waitFor();
      await page.locator('.POLICE [data-tile="attendance"].shut').waitFor();
      const silent = page.locator('.signer', { has: page.locator('.notAsked[aria-pressed="true"]') });
      await silent.locator('.yes').click();
      await newest()
        .filter({ hasText: /säger ja → \d+ celler öppnades/ })
        .waitFor();
      await page.locator('.POLICE [data-tile="attendance"]:not(.shut)').waitFor();
      expect(faults).toEqual([]);
    },
    2 * LIMIT,
  );

  test.each([
    [1280, undefined],
    [390, 'dark'],
  ] as const)(
    'axe finds nothing at %i pixels, and nothing runs over the edge',
    async (width, colorScheme) => {
      await open('/board?lang=sv', width, { bypassCSP: true, ...(colorScheme && { colorScheme }) });
      await page.locator('.SOCIAL_SERVICES [data-tile="name"] p:not(:empty)').waitFor();
      await page.locator('.grid td .dot').first().waitFor();
      expect(await findings()).toEqual([]);
      expect(
        await page.locator('html').evaluate(({ scrollWidth }: { scrollWidth: number }) => scrollWidth),
      ).toBeLessThanOrEqual(width);
    },
    2 * LIMIT,
  );

  test(
    'the dashboard follows all cases: an action that is done moves its bar, with nothing to reload',
    async () => {
      await open('/dashboard?lang=en', 1280, { bypassCSP: true });
      await page.locator('tbody tr').first().waitFor();
      await page.locator('.live', { hasText: 'live' }).waitFor();
      expect(await findings()).toEqual([]);
      const coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
      const { data } = await app.ask<{
        cases: {
          edges: {
            node: {
              number: string;
              plan: {
                progress: { done: number };
                goals: { actions: { id: string; status: string; version: number }[] }[];
              } | null;
            };
          }[];
        };
      }>(
        coordinator.token,
        '{ cases { edges { node { number plan { progress { done } goals { actions { id status version } } } } } } }',
      );
      const [found] = data.cases.edges.flatMap(({ node }) =>
        (node.plan?.goals ?? [])
          .flatMap(({ actions }) => actions)
          .filter(({ status }) => status === 'IN_PROGRESS')
          .map((action) => ({ action, number: node.number, done: node.plan!.progress.done })),
      );
      const { action, number, done } = found!;
      const answer = await app.ask(
        coordinator.token,
        'mutation Done($input: UpdateActionInput!) { updateAction(input: $input) { id } }',
        {
          input: {
            requestId: crypto.randomUUID(),
            actionId: action.id,
            expectedVersion: action.version,
            status: 'DONE',
          },
        },
      );
      expect(answer.errors).toBeUndefined();
      await page
        .locator('tbody tr', { hasText: number })
        .filter({ hasText: `${done + 1} of` })
        .waitFor();
      expect(faults).toEqual([]);
    },
    2 * LIMIT,
  );

  test(
    'at midnight somebody turns eighteen before everybody’s eyes',
    async () => {
      await open('/board?lang=sv', 1280);
      await page.locator('#case').selectOption({
        label: (await page.locator('#case option', { hasText: 'Melvin Strandh' }).first().textContent())!,
      });
      await page.locator('.FAMILY .who', { hasText: 'Melvin' }).waitFor();
      await page.locator('.POLICE [data-tile="name"] p', { hasText: '17 år' }).waitFor();
      await page.locator('#midnight').click();
      await page.locator('.POLICE [data-tile="name"] p', { hasText: '18 år' }).waitFor();
      await newest()
        .filter({ hasText: /Samtycket ändrades → \d+ celler stängdes/ })
        .waitFor();
      expect(faults).toEqual([]);
    },
    2 * LIMIT,
  );
});
