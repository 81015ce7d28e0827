import { randomUUID } from 'node:crypto';
import { openPools } from '../../src/storage/pools.js';
import { setClock } from '../../src/storage/clock.js';
import { decodeJwt } from 'jose';
import { asOwner, viewing } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { startMailServer } from '../support/mail-server.js';
import type { MailServer } from '../support/mail-server.js';
import { refusalOf } from '../support/refusals.js';
import { allTold } from '../support/told.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

const MINUTE = 60_000;
const LINK = 'https://sig.example.se/';
const logged: string[] = [];
let post: MailServer;
let app: TestApp;
let takeTurn: () => Promise<void>;
let alva: YoungCase;
let young: Persona;
let coordinator: Persona;
let police: Persona;
/** Time goes on within the file, as codes and mails are bounded by it. */
let ahead = 0;
async function later(milliseconds: number): Promise<void> {
  ahead += milliseconds;
  await setClock(app.database.login, Date.now() + ahead);
}

type Told = { viewer: { notificationEmail: { address: string; confirmed: boolean } | null } };
const addressOf = async ({ token }: Persona): Promise<Told['viewer']['notificationEmail']> =>
  (await app.ask<Told>(token, '{ viewer { notificationEmail { address confirmed } } }')).data.viewer.notificationEmail;
function change(as: Persona, field: 'set' | 'confirm', input: object): Promise<Answer<unknown>> {
  const name = `${field}NotificationEmail`;
  const document = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`;
  return app.ask(as.token, document, { input: { requestId: randomUUID(), ...input } });
}
const codeIn = (text: string): string => /\b(\d{6})\b/.exec(text.slice(text.indexOf('\n\n')))![1]!;
async function confirmed(as: Persona, address: string): Promise<void> {
  await later(2 * MINUTE);
  expect(refusalOf(await change(as, 'set', { address }))).toBe('');
  expect(refusalOf(await change(as, 'confirm', { code: codeIn(post.mails.at(-1)!.text) }))).toBe('');
}
async function meeting(): Promise<void> {
  const hours = (count: number): string => new Date(Date.now() + ahead + count * 3_600_000).toISOString();
  const place = 'Rum Lingon';
  const times = { startsAt: hours(50), endsAt: hours(51) };
  const input = { requestId: randomUUID(), caseId: alva.id, kind: 'FOLLOW_UP', place, ...times };
  const document = 'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }';
  expect(refusalOf(await app.ask(coordinator.token, document, { input }))).toBe('');
  await allTold(app.database, takeTurn);
}
const receivers = (): string[] => post.mails.map(({ to }) => to).toSorted();

beforeAll(async () => {
  post = await startMailServer();
  app = await startTestApp({
    config: {
      ...{ mail: { url: post.url, from: 'svara-inte@example.se', link: LINK }, logLevel: 'trace' },
      // Nobody listens there: the other way out fails, and mails come all the same.
      webhook: { url: 'http://127.0.0.1:9/', secret: 'x'.repeat(32) },
    },
    logTo: { write: (line: string) => void logged.push(line) },
    notifying: (work) => {
      takeTurn = work;
      return () => undefined;
    },
  });
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
});
afterAll(async () => {
  await app.stop();
  await post.stop();
});
beforeEach(() => void (post.mails.length = 0));

it('is one’s own address, confirmed by the code that was sent there', async () => {
  expect(await addressOf(young)).toBeNull();
  const request = { requestId: randomUUID(), address: 'alva@example.se' };
  expect(refusalOf(await change(young, 'set', request))).toBe('');
  expect(refusalOf(await change(young, 'set', request))).toBe('');
  expect(receivers()).toEqual(['alva@example.se']);
  expect(await addressOf(young)).toEqual({ address: 'alva@example.se', confirmed: false });
  await meeting();
  expect(receivers()).toEqual(['alva@example.se']);

  const code = codeIn(post.mails[0]!.text);
  const wrong = code === '000000' ? '000001' : '000000';
  expect(refusalOf(await change(young, 'confirm', { code: wrong }))).toBe('BAD_USER_INPUT mailCodeWrong');
  expect(refusalOf(await change(police, 'confirm', { code }))).toBe('INVALID_STATE mailCodeOver');
  expect(refusalOf(await change(young, 'confirm', { code }))).toBe('');
  expect(refusalOf(await change(young, 'confirm', { code }))).toBe('');
  expect(await addressOf(young)).toEqual({ address: 'alva@example.se', confirmed: true });
  expect(refusalOf(await change(young, 'set', request))).toBe('');
  expect((await addressOf(young))?.confirmed).toBe(true);
});

it.each([
  ['åsa.öberg@example.se', 'åsa.öberg@example.se', 'åsa.öberg@example.se'],
  ['asa@bjo\u0308rn.EXAMPLE', 'asa@björn.example', 'asa@xn--bjrn-6qa.example'],
])('may have letters that are not English: %s', async (given, kept, reached) => {
  await later(2 * MINUTE);
  expect(refusalOf(await change(coordinator, 'set', { address: given }))).toBe('');
  const sentTo = /^To: (.*)$/m.exec(post.mails[0]!.text)?.[1]?.trim();
  expect([await addressOf(coordinator), sentTo]).toEqual([{ address: kept, confirmed: false }, reached]);
  expect(refusalOf(await change(coordinator, 'set', { address: null }))).toBe('');
});

it.each([
  ['nothing', ''],
  ['no address', 'alva'],
  ['two', 'a@example.se, b@example.se'],
  ['another header', 'a@example.se\r\nBcc: b@example.se'],
  ['one that is too long', `${'a'.repeat(64)}@${'b'.repeat(240)}.se`],
])('is no address: %s', async (_, address) => {
  expect(refusalOf(await change(coordinator, 'set', { address }))).toBe('BAD_USER_INPUT emailMalformed');
  expect(receivers()).toEqual([]);
});

it('sends a code a minute and ten a day; five wrong ones or half an hour end it', async () => {
  const set = async (number: number): Promise<string> => {
    const input = { address: `polis${String(number)}@example.se` };
    return refusalOf(await change(police, 'set', input));
  };
  expect([await set(0), await set(1)]).toEqual(['', 'LIMIT_EXCEEDED mailCodeTooOften']);
  const first = codeIn(post.mails[0]!.text);
  await later(30 * MINUTE);
  expect(refusalOf(await change(police, 'confirm', { code: first }))).toBe('INVALID_STATE mailCodeOver');
  expect(await set(2)).toBe('');
  const second = codeIn(post.mails[1]!.text);
  const wrong = ['000000', '000001', '000002', '000003', '000004', '000005'].filter((code) => code !== second);
  for (const code of wrong.slice(0, 5)) {
    expect(refusalOf(await change(police, 'confirm', { code }))).toBe('BAD_USER_INPUT mailCodeWrong');
  }
  expect(refusalOf(await change(police, 'confirm', { code: second }))).toBe('INVALID_STATE mailCodeOver');
  for (let number = 3; number < 11; number++) {
    await later(2 * MINUTE);
    await change(police, 'set', { address: null });
    expect(await set(number)).toBe('');
  }
  await later(2 * MINUTE);
  expect(await set(11)).toBe('LIMIT_EXCEEDED mailCodeTooOften');
  await later(24 * 60 * MINUTE);
  expect(await set(12)).toBe('');
});

it('says that there is something to read, and neither what nor where nor to whom; once in fifteen minutes', async () => {
  await confirmed(young, 'alva@example.se');
  await confirmed(coordinator, 'samordnare@example.se');
  post.mails.length = 0;
  await meeting();
  expect(receivers()).toEqual(['alva@example.se']);
  const [{ text, from }] = post.mails as [MailServer['mails'][number]];
  expect(from).toBe('svara-inte@example.se');
  expect(text).toContain('Det finns något nytt att läsa.');
  expect(text).toContain(LINK);
  expect(
    text.replaceAll('alva@example.se', '').replaceAll(LINK, '').replaceAll('svara-inte@example.se', ''),
  ).not.toMatch(
    /alva|nordfeldt|lingon|sig|möte|ärende|uddevalla|social|polis|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-(?!.*>)/i,
  );
  await meeting();
  await meeting();
  expect(receivers()).toHaveLength(1);
  await later(16 * MINUTE);
  await allTold(app.database, takeTurn);
  expect(receivers()).toHaveLength(2);
  await later(16 * MINUTE);
  await allTold(app.database, takeTurn);
  expect(receivers()).toHaveLength(2);
});

it('is sent again after a pause when the mail server was away', async () => {
  await later(16 * MINUTE);
  post.refuseWith(451);
  await meeting();
  expect(receivers()).toEqual([]);
  post.refuseWith(null);
  await takeTurn();
  expect(receivers()).toEqual([]);
  await later(MINUTE);
  await takeTurn();
  await takeTurn();
  expect(receivers()).toEqual(['alva@example.se']);
});

it('is sent to nobody who has read it, who may not see it by then, or who took the address back', async () => {
  const unread = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { id } }`;
  const { data } = await app.ask<{ viewer: { notifications: { edges: { node: { id: string } }[] } } }>(
    young.token,
    '{ viewer { notifications(first: 100) { edges { node { id } } } } }',
  );
  const ids = data.viewer.notifications.edges.map(({ node }) => node.id);
  await meeting();
  await meeting();
  post.mails.length = 0;
  const { data: newer } = await app.ask<typeof data>(
    young.token,
    '{ viewer { notifications(first: 100) { edges { node { id } } } } }',
  );
  const all = [...new Set([...ids, ...newer.viewer.notifications.edges.map(({ node }) => node.id)])];
  await app.ask(young.token, unread, { input: { requestId: randomUUID(), ids: all } });
  await later(16 * MINUTE);
  await takeTurn();
  expect(receivers()).toEqual([]);

  await confirmed(police, 'polis@example.se');
  post.mails.length = 0;
  post.refuseWith(451);
  await meeting();
  post.refuseWith(null);
  const withdrawal = 'mutation ($caseId: ID) { withdrawConsent(caseId: $caseId) { id } }';
  expect(refusalOf(await app.ask(young.token, withdrawal, { caseId: alva.id }))).toBe('');
  expect(refusalOf(await change(young, 'set', { address: null }))).toBe('');
  expect(await addressOf(young)).toBeNull();
  await later(60 * MINUTE);
  await takeTurn();
  // The coordinator is told of the withdrawal.
  expect(receivers()).toEqual(['samordnare@example.se']);
});

it('is read by its owner alone, also past the server, and stands nowhere in clear', async () => {
  const pools = openPools(app.database.login, { max: 2 });
  const seen: number[] = [];
  for (const { token, capacity } of [police, coordinator, young]) {
    await viewing(pools.reader, [String(decodeJwt(token).sub), capacity], async (client) => {
      const { rows } = await client.query('select subject_id from sig.mail_address');
      seen.push(rows.length);
    });
  }
  await pools.end();
  expect(seen).toEqual([1, 1, 1]);
  const stored = await asOwner(app.database.login, async (client) =>
    JSON.stringify((await client.query('select * from mail_address')).rows),
  );
  expect([stored, logged.join('')].filter((text) => text.includes('example.se'))).toEqual([]);
  expect(logged.join('')).toContain('The mail server did not take a mail (451)');
});

it('is not to be had where no mail leaves the server', async () => {
  const without = await startTestApp({ database: { ...app.database, drop: () => Promise.resolve() } });
  const there = without.persona({ municipality: 'Uddevalla', name: 'Alva' });
  const document = 'mutation ($input: SetNotificationEmailInput!) { setNotificationEmail(input: $input) { id } }';
  const input = { requestId: randomUUID(), address: 'alva@example.se' };
  expect(refusalOf(await without.ask(there.token, document, { input }))).toBe('INVALID_STATE mailNotConfigured');
  expect(await without.ask(there.token, '{ viewer { notificationEmail { address } } }')).toMatchObject({
    data: { viewer: { notificationEmail: null } },
  });
  await without.stopServer();
});
