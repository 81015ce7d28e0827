import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { setClock } from '../../src/storage/clock.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import { meetingVersion } from '../support/read-versions.js';
import type { YoungCase } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

const DAY = 86_400_000;
let app: TestApp;
let alva: YoungCase;
let young: Persona;
let coordinator: Persona;
let principal: Persona;

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
});
afterAll(() => app.stop());

async function feedOf({ token }: Persona): Promise<string> {
  const document = 'mutation ($input: CalendarFeedInput!) { createCalendarFeed(input: $input) { path expiresAt } }';
  const input = { requestId: randomUUID() };
  const { data } = await app.ask<{ createCalendarFeed: { path: string } }>(token, document, { input });
  return data.createCalendarFeed.path;
}
const fetched = (path: string): Promise<Response> => fetch(`${app.url}${path}`);
/** As another library than the one that writes it reads it. */
async function eventsOf(path: string): Promise<ICAL.Event[]> {
  const response = await fetched(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}
async function changed(field: string, type: string, input: object): Promise<string> {
  const document = `mutation ($input: ${type}!) { meeting: ${field}(input: $input) { id } }`;
  const rests =
    'meetingId' in input
      ? { expectedVersion: await meetingVersion(app, coordinator.token, input.meetingId as string) }
      : {};
  const { data } = await app.ask<{ meeting: { id: string } }>(coordinator.token, document, {
    input: { requestId: randomUUID(), ...rests, ...input },
  });
  return data.meeting.id;
}
const inDays = (days: number): string => new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY).toISOString();
const times = (days: number): { startsAt: string; endsAt: string } => ({
  startsAt: inDays(days),
  endsAt: inDays(days + 0.05),
});

it('tells when the meetings are, one event each under the same name, moved and cancelled ones too', async () => {
  const path = await feedOf(young);
  const inTwenty = times(20);
  const id = await changed('scheduleMeeting', 'ScheduleMeetingInput', {
    ...{ caseId: alva.id, kind: 'FOLLOW_UP', ...inTwenty, place: 'Rum Lingon' },
  });
  const eventOf = async (): Promise<ICAL.Event> => (await eventsOf(path)).find(({ uid }) => uid.startsWith(id))!;
  const planned = await eventOf();
  expect([planned.summary, planned.location, planned.sequence]).toEqual(['Möte', null, 0]);
  expect(planned.startDate.toJSDate().toISOString()).toBe(inTwenty.startsAt);
  await changed('rescheduleMeeting', 'RescheduleMeetingInput', { meetingId: id, ...times(22) });
  const moved = await eventOf();
  expect([moved.uid, moved.sequence]).toEqual([planned.uid, 1]);
  await changed('cancelMeeting', 'CancelMeetingInput', { meetingId: id });
  const cancelled = await eventOf();
  expect([cancelled.sequence, cancelled.component.getFirstPropertyValue('status')]).toEqual([2, 'CANCELLED']);
  const text = await (await fetched(path)).text();
  expect(text).not.toMatch(/sig/i);
  expect(text).not.toMatch(/Alva|Nordfeldt|SIG-\d|Lingon|FOLLOW|LOCATION|DESCRIPTION/);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

it('tells the steering group when it meets, and nobody whom that is not told', async () => {
  const [member, elsewhere] = ['Uddevalla', 'Vellinge'].map((municipality) =>
    app.persona({ municipality, capacity: 'STEERING_MEMBER' }),
  ) as [Persona, Persona];
  const document =
    'mutation ($input: ScheduleSteeringMeetingInput!) { it: scheduleSteeringMeeting(input: $input) { id } }';
  const input = { requestId: randomUUID(), ...times(25) };
  const { data } = await app.ask<{ it: { id: string } }>(coordinator.token, document, { input });
  const tells = async (who: Persona): Promise<boolean> =>
    (await eventsOf(await feedOf(who))).some(({ uid, summary }) => uid.startsWith(data.it.id) && summary === 'Möte');
  expect(await Promise.all([member, coordinator].map(tells))).toEqual([true, true]);
  expect(await Promise.all([principal, young, elsewhere].map(tells))).toEqual([false, false, false]);
});

it('shows exactly the meetings that its owner may see, and is recorded as their reading', async () => {
  const [mine, query] = [
    new Set((await eventsOf(await feedOf(principal))).map(({ uid }) => uid.split('@')[0])),
    '{ meetings(first: 200) { edges { node { id endsAt } } } }',
  ];
  const { data } = await app.ask<{ meetings: { edges: { node: { id: string; endsAt: string } }[] } }>(
    principal.token,
    query,
  );
  const recent = data.meetings.edges
    .map(({ node }) => node)
    .filter(({ endsAt }) => Date.parse(endsAt) > Date.now() - 89 * DAY);
  expect(recent.length).toBeGreaterThan(0);
  expect(mine).toEqual(new Set(recent.map(({ id }) => id)));
  const path = await feedOf(principal);
  const reads = (): Promise<number> =>
    asOwner(app.database.login, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from access_record where viewer_id = $1',
        [principal.id],
      );
      return rows[0]!.count;
    });
  const before = await reads();
  await fetched(path);
  expect(await reads()).toBeGreaterThan(before);
});

const stampOf = ({ component }: ICAL.Event): string => String(component.getFirstPropertyValue('dtstamp'));

it('is the same text until a meeting is changed, which a program need not fetch again', async () => {
  const path = await feedOf(young);
  const input = { caseId: alva.id, kind: 'FOLLOW_UP', ...times(30) };
  const meetingId = await changed('scheduleMeeting', 'ScheduleMeetingInput', input);
  const stamps = async (): Promise<Map<string, string>> =>
    new Map((await eventsOf(path)).map((event) => [event.uid, stampOf(event)]));
  const first = await fetched(path);
  const [etag, text, before] = [first.headers.get('etag')!, await first.text(), await stamps()];
  await setClock(app.database.login, Date.now() + 60_000);
  expect(await (await fetched(path)).text()).toBe(text);
  for (const known of [etag, `W/${etag}`, `"another", ${etag}`]) {
    const again = await fetch(`${app.url}${path}`, { headers: { 'if-none-match': known } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  }
  for (const [field, type, more] of [
    ['rescheduleMeeting', 'RescheduleMeetingInput', times(31)],
    ['cancelMeeting', 'CancelMeetingInput', {}],
  ] as const) {
    const last = await stamps();
    await setClock(app.database.login, Date.now() + 60_000 * (field === 'cancelMeeting' ? 3 : 2));
    await changed(field, type, { meetingId, ...more });
    const now = await stamps();
    expect([...now].filter(([uid, stamp]) => last.get(uid) !== stamp).map(([uid]) => uid)).toEqual([meetingId]);
  }
  expect((await fetch(`${app.url}${path}`, { headers: { 'if-none-match': etag } })).status).toBe(200);
  expect(before.size).toBeGreaterThan(1);
  await setClock(app.database.login, Date.now());
});

it('is in the record at every fetch, and once a day in the view of the family, marked as a feed', async () => {
  const leader = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  const path = await feedOf(leader);
  interface Records {
    case: { accessRecords: { edges: { node: { profession: string; byFeed: boolean } }[] } };
  }
  const query =
    'query ($id: ID!) { case(id: $id) { accessRecords(first: 200) { edges { node { profession byFeed } } } } }';
  const told = async (): Promise<number> => {
    const { data } = await app.ask<Records>(young.token, query, { id: alva.id });
    return data.case.accessRecords.edges.filter(({ node }) => node.byFeed && node.profession === 'LEISURE_LEADER')
      .length;
  };
  const stored = (): Promise<number> =>
    asOwner(app.database.login, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from access_record where viewer_id = $1 and case_id = $2 and entries @? '$[*].byFeed'`,
        [leader.id, alva.id],
      );
      return rows[0]!.count;
    });
  const noon = Date.parse(`${new Date(Date.now() + DAY).toISOString().slice(0, 10)}T11:00:00Z`);
  for (let day = 0; day < 2; day++) {
    await setClock(app.database.login, noon + day * DAY);
    const before = await stored();
    for (let poll = 0; poll < 10; poll++) await fetched(path);
    expect([await stored(), await told()]).toEqual([before + 10, day + 1]);
  }
  await setClock(app.database.login, Date.now());
});

it('ends at once when revoked, replaced, expired, or when the role ends: always with the same answer', async () => {
  const first = await feedOf(young);
  const second = await feedOf(young);
  const nothing = async (path: string): Promise<[number, string]> => {
    const response = await fetched(path);
    return [response.status, await response.text()];
  };
  const unknown = await nothing(`/calendar/${'x'.repeat(43)}.ics`);
  expect(unknown[0]).toBe(404);
  expect(await nothing(first)).toEqual(unknown);
  expect(await nothing('/calendar/kort.ics')).toEqual(unknown);
  expect((await fetched(second)).status).toBe(200);
  const revoke = 'mutation ($input: CalendarFeedInput!) { revokeCalendarFeed(input: $input) { id } }';
  await app.ask(young.token, revoke, { input: { requestId: randomUUID() } });
  expect(await nothing(second)).toEqual(unknown);
  const third = await feedOf(young);
  await setClock(app.database.login, Date.now() + 366 * DAY);
  expect(await nothing(third)).toEqual(unknown);
  await setClock(app.database.login, Date.now());
  const ofPrincipal = await feedOf(principal);
  await asOwner(app.database.login, (client) =>
    client.query(`update role_term set valid_until = now() - interval '1 minute' where id = $1`, [principal.id]),
  );
  expect(await nothing(ofPrincipal)).toEqual(unknown);
});

it('tells nothing of a case any more once consent has closed it', async () => {
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const path = await feedOf(police);
  const alvas = async (): Promise<number> => {
    const { rows } = await asOwner(app.database.login, (client) =>
      client.query<{ id: string }>(`select id from ${rowsOf('MEETING')} x where case_id = $1`, [alva.id]),
    );
    const ids = new Set(rows.map(({ id }) => id));
    return (await eventsOf(path)).filter(({ uid }) => ids.has(uid.split('@')[0]!)).length;
  };
  expect(await alvas()).toBeGreaterThan(0);
  await app.ask(young.token, 'mutation ($caseId: ID) { withdrawConsent(caseId: $caseId) { id } }', { caseId: alva.id });
  expect(await alvas()).toBe(0);
});

it('keeps no token, and answers whoever asks too often alike, known token or not', async () => {
  const path = await feedOf(coordinator);
  const token = path.slice('/calendar/'.length, -'.ics'.length);
  const stored = await asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ row: string }>('select to_jsonb(f)::text as row from calendar_feed f');
    return rows.map(({ row }) => row).join();
  });
  expect(stored).not.toContain(token);
  const often = async (asked: string): Promise<number> => {
    const answers = [];
    for (let time = 0; time < 31; time++) answers.push((await fetch(`${app.url}${asked}`, { method: 'HEAD' })).status);
    return answers.at(-1)!;
  };
  expect(await often(`/calendar/${'y'.repeat(43)}.ics`)).toBe(429);
  expect(await often(path)).toBe(429);
});
