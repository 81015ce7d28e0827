import { randomUUID } from 'node:crypto';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { asOwner, inTransaction, viewing } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';

const DAY = 86_400_000;
/** One for the whole file: the same days from now are the same time, however long a test takes. */
const BEGUN = Math.floor(Date.now() / 1000) * 1000;
const FIELDS = 'id status version startsAt endsAt minutes attendance { attended professional { id name } }';
const TOWNS = ['Uddevalla', 'Vellinge'] as const;
const READERS = ['STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR'];

interface Meeting {
  id: string;
  status: string;
  version: number;
  startsAt: string;
  minutes: string | null;
  attendance: { attended: boolean; professional: { id: string; name: string } }[];
}
interface Term {
  from: string;
  required: number;
  held: number;
  planned: number;
  dueThrough: string[];
}
type Listed = { steeringMeetings: { totalCount: number; edges: { node: Meeting }[] } | null };

let app: TestApp;
let pools: Pools;
let uddevalla: Persona;
let vellinge: Persona;
beforeAll(async () => {
  app = await startTestApp();
  pools = openPools(app.database.login, { max: 2 });
  [uddevalla, vellinge] = TOWNS.map((municipality) => app.persona({ municipality, capacity: 'COORDINATOR' })) as [
    Persona,
    Persona,
  ];
});
afterAll(async () => {
  await pools.end();
  await app.stop();
});

const times = (days: number): { startsAt: string; endsAt: string } => {
  const starts = BEGUN + days * DAY;
  return { startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + 5_400_000).toISOString() };
};
function change(
  { token }: Persona,
  verb: 'schedule' | 'reschedule' | 'cancel' | 'record',
  input: object,
): Promise<Answer<{ meeting: Meeting }>> {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}SteeringMeetingInput`;
  const document = `mutation ($input: ${type}!) { meeting: ${verb}SteeringMeeting(input: $input) { ${FIELDS} } }`;
  return app.ask(token, document, { input: { requestId: randomUUID(), ...input } });
}
async function planned(days: number, by = uddevalla): Promise<{ steeringMeetingId: string; expectedVersion: number }> {
  const { data } = await change(by, 'schedule', times(days));
  return { steeringMeetingId: data.meeting.id, expectedVersion: 1 };
}
async function meetingsOf({ token }: Persona, page = ''): Promise<Listed> {
  const query = `{ viewer { municipality { steeringMeetings${page} { totalCount edges { node { ${FIELDS} } } } } } }`;
  return (await app.ask<{ viewer: { municipality: Listed } }>(token, query)).data.viewer.municipality;
}
const idsOf = ({ steeringMeetings }: Listed): string[] | null =>
  steeringMeetings?.edges.map(({ node }) => node.id) ?? null;
async function members({ token }: Persona): Promise<{ id: string; name: string }[]> {
  const query = '{ viewer { municipality { groups { kind members { professional { id name } } } } } }';
  interface Groups {
    viewer: { municipality: { groups: { kind: string; members: { professional: { id: string; name: string } }[] }[] } };
  }
  const { groups } = (await app.ask<Groups>(token, query)).data.viewer.municipality;
  return groups.find(({ kind }) => kind === 'STEERING')!.members.map(({ professional }) => professional);
}

it('tells the group, the coordinator and the administrator of one municipality, and nobody else, in any capacity', async () => {
  const { steeringMeetingId: meetingId } = await planned(30);
  const everybody = [...new Map(app.personas.map((one) => [`${one.municipality.name} ${one.capacity}`, one])).values()];
  expect(everybody.length).toBeGreaterThan(10);
  for (const persona of everybody) {
    const ids = idsOf(await meetingsOf(persona));
    const sees = persona.municipality.name.startsWith('Uddevalla') && READERS.includes(persona.capacity);
    expect([persona.name, ids?.includes(meetingId) ?? false]).toEqual([persona.name, sees]);
    expect([persona.capacity, ids === null]).toEqual([persona.capacity, !READERS.includes(persona.capacity)]);
  }
});

it('is moved, held and recorded with every member’s attendance, each change one version', async () => {
  const first = await planned(40, vellinge);
  const moved = await change(vellinge, 'reschedule', { ...first, ...times(41) });
  expect(moved.data.meeting).toMatchObject({ ...times(41), status: 'PLANNED', version: 2, attendance: [] });
  const known = { steeringMeetingId: first.steeringMeetingId, expectedVersion: 2 };
  expect(refusalOf(await change(vellinge, 'record', { ...known, attended: [] }))).toBe('INVALID_STATE meetingNotBegun');
  await asOwner(app.database.login, (client) =>
    client.query(`update steering_meeting set starts_at = now() - interval '2 hours', ends_at = now() where id = $1`, [
      first.steeringMeetingId,
    ]),
  );
  const [one, two, ...others] = await members(vellinge);
  const foreign = (await members(uddevalla))[0]!.id;
  const attended = [one!.id, two!.id];
  expect(refusalOf(await change(vellinge, 'record', { ...known, attended: [foreign] }))).toBe(
    'BAD_USER_INPUT steeringMemberUnknown',
  );
  const { data } = await change(vellinge, 'record', { ...known, attended });
  const came = (who: { id: string; name: string }[], yes: boolean): object[] =>
    who.map((professional) => ({ attended: yes, professional }));
  expect(data.meeting).toMatchObject({ status: 'HELD', version: 3 });
  expect(data.meeting.attendance).toHaveLength(2 + others.length);
  expect(data.meeting.attendance).toEqual(
    expect.arrayContaining([...came([one!, two!], true), ...came(others, false)]),
  );
  const told = await meetingsOf(app.persona({ municipality: 'Vellinge', capacity: 'STEERING_MEMBER' }));
  expect(told.steeringMeetings?.edges.map(({ node }) => node)).toContainEqual(data.meeting);
  for (const verb of ['cancel', 'record'] as const) {
    const input = { ...known, expectedVersion: 3, ...(verb === 'record' && { attended }) };
    expect(refusalOf(await change(vellinge, verb, input))).toBe('INVALID_STATE meetingNotPlanned');
  }
});

describe('minutes', () => {
  const TEXT = 'Läget i kommunen: fler kvällar för fältgruppen. 12 ungdomar under våren 2026.';
  async function begun(): Promise<{ steeringMeetingId: string; expectedVersion: number; attended: string[] }> {
    const meeting = await planned(80);
    await asOwner(app.database.login, (client) =>
      client.query(
        `update steering_meeting set starts_at = now() - interval '2 hours', ends_at = now() where id = $1`,
        [meeting.steeringMeetingId],
      ),
    );
    return { ...meeting, attended: [] };
  }

  it('are written by the coordinator, read by whoever the meeting is open to, and sealed in their table', async () => {
    const meeting = await begun();
    const { data } = await change(uddevalla, 'record', { ...meeting, minutes: TEXT });
    expect(data.meeting).toMatchObject({ status: 'HELD', minutes: TEXT });
    for (const capacity of READERS) {
      const { steeringMeetings } = await meetingsOf(app.persona({ municipality: 'Uddevalla', capacity }));
      const read = steeringMeetings?.edges.find(({ node }) => node.id === meeting.steeringMeetingId)?.node.minutes;
      expect([capacity, read]).toEqual([capacity, TEXT]);
    }
    const stored = await asOwner(app.database.login, async (client) => {
      const rows = await client.query<{ text: string }>(
        `select encode(minutes_sealed, 'escape') as text from steering_meeting where id = $1`,
        [meeting.steeringMeetingId],
      );
      return rows.rows[0]!.text;
    });
    expect(stored).not.toContain('fältgruppen');
  });

  it.each([
    ['a personal identity number', 'Vi talade om 20000105-2380.', 'minutesNameSomebody'],
    ["a pupil's TF-number", 'Vi talade om 20110506–TF10.', 'minutesNameSomebody'],
    ['the number of a case', 'Ärendet sig-2026-011 drar ut på tiden.', 'minutesNameSomebody'],
    ['nothing', '  ', 'textEmpty'],
  ])('with %s are refused, and nothing is recorded', async (_, minutes, reason) => {
    const meeting = await begun();
    expect(refusalOf(await change(uddevalla, 'record', { ...meeting, minutes }))).toBe(`BAD_USER_INPUT ${reason}`);
    expect(refusalOf(await change(uddevalla, 'record', meeting))).toBe('');
  });

  it('are in the demo of both municipalities, of meetings that were held, with one ahead', async () => {
    for (const somebody of [uddevalla, vellinge]) {
      const { steeringMeetings } = await meetingsOf(somebody);
      const all = steeringMeetings!.edges.map(({ node }) => node);
      const held = all.filter(({ status, minutes }) => status === 'HELD' && minutes?.startsWith('S'));
      expect(held.length).toBeGreaterThanOrEqual(2);
      expect(all.some(({ status, startsAt }) => status === 'PLANNED' && Date.parse(startsAt) > BEGUN)).toBe(true);
    }
  });
});

it('never lies in the past, nor runs backwards', async () => {
  const [past, ahead, known] = [times(-1), times(10), await planned(50)];
  const reversed = { startsAt: ahead.endsAt, endsAt: ahead.startsAt };
  expect(refusalOf(await change(uddevalla, 'schedule', past))).toBe('BAD_USER_INPUT meetingInPast');
  expect(refusalOf(await change(uddevalla, 'reschedule', { ...known, ...past }))).toBe('BAD_USER_INPUT meetingInPast');
  expect(refusalOf(await change(uddevalla, 'schedule', reversed))).toBe('BAD_USER_INPUT periodEmpty');
});

it('answers a lost race with the meeting as it is, and a stranger as if there were none', async () => {
  const known = await planned(60);
  expect((await change(uddevalla, 'cancel', known)).data.meeting).toMatchObject({ status: 'CANCELLED', version: 2 });
  const late = await change(uddevalla, 'reschedule', { ...known, ...times(61) });
  expect(refusalOf(late)).toBe('CONFLICT versionPassed');
  const current = { id: known.steeringMeetingId, version: 2, status: 'CANCELLED', ...times(60) };
  expect(late.errors?.[0]?.extensions).toMatchObject({ current });
  const [foreign, unknown] = [
    await change(vellinge, 'reschedule', { ...known, ...times(61) }),
    await change(vellinge, 'reschedule', { steeringMeetingId: randomUUID(), expectedVersion: 1, ...times(61) }),
  ];
  expect(refusalOf(foreign)).toBe('NOT_FOUND nodeNotFound');
  expect(foreign.text).toBe(unknown.text);
});

it('is due twice a term where the rules say so, and what is planned counts', async () => {
  const FIELDS_OF_TERM = 'from through required held planned dueThrough overdue';
  const term = async ({ token }: Persona): Promise<Term | null> => {
    const query = `{ viewer { municipality { rulePack { steeringMeetingsPerTerm } steeringTerm { ${FIELDS_OF_TERM} } } } }`;
    const { data } = await app.ask<{ viewer: { municipality: { steeringTerm: Term | null } } }>(token, query);
    return data.viewer.municipality.steeringTerm;
  };
  const before = (await term(uddevalla))!;
  expect(before).toMatchObject({ required: 2, from: expect.stringMatching(/-0[17]-01$/) as string });
  expect(before.dueThrough).toHaveLength(Math.max(0, 2 - before.held - before.planned));
  expect((await term(app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' })))!).toEqual(before);
  expect(await term(vellinge)).toBeNull();
  for (const someone of [{ profession: 'PRINCIPAL' }, { name: 'Alva' }]) {
    expect(await term(app.persona({ municipality: 'Uddevalla', ...someone }))).toBeNull();
  }
  const { steeringMeetingId, expectedVersion } = await planned(0.001);
  expect((await term(uddevalla))!.planned).toBe(before.planned + 1);
  await change(uddevalla, 'cancel', { steeringMeetingId, expectedVersion });
  expect(await term(uddevalla)).toEqual(before);
});

it('comes in pages, the latest first', async () => {
  const [early, latest] = [await planned(400), await planned(410)];
  const { steeringMeetings } = await meetingsOf(uddevalla, '(first: 2)');
  expect(steeringMeetings?.edges.map(({ node }) => node.id)).toEqual([
    latest.steeringMeetingId,
    early.steeringMeetingId,
  ]);
});

it('the database itself shows and takes no meeting of another municipality, capacity or without the lock', async () => {
  const { steeringMeetingId: meetingId } = await planned(70);
  const rows = ({ id, capacity }: Persona): Promise<number | null> =>
    viewing(pools.reader, [id, capacity], async (client) => {
      const { rowCount } = await client.query('select from sig.steering_meeting where id = $1', [meetingId]);
      return rowCount;
    });
  const seen = Object.fromEntries(
    await Promise.all(
      app.personas
        .filter(({ municipality }) => municipality.name.startsWith('Uddevalla'))
        .map(async (one) => [one.capacity, await rows(one)] as const),
    ),
  );
  expect(seen).toEqual({
    ...{ YOUNG_PERSON: 0, GUARDIAN: 0, PROFESSIONAL: 0 },
    ...{ COORDINATOR: 1, STEERING_MEMBER: 1, ADMINISTRATOR: 1 },
  });
  expect(await rows(vellinge)).toBe(0);
  const writing = (by: Persona | null): Promise<number | null> =>
    inTransaction(pools.writer, async (client) => {
      if (by !== null) await client.query('select from sig.open_steering($1, $2)', [by.id, by.capacity]);
      return (await client.query('update sig.steering_meeting set version = version where id = $1', [meetingId]))
        .rowCount;
    });
  const administrator = app.persona({ municipality: 'Uddevalla', capacity: 'ADMINISTRATOR' });
  expect(await Promise.all([null, vellinge, administrator, uddevalla].map(writing))).toEqual([0, 0, 0, 1]);
});

it('says so where a municipality has no steering group', async () => {
  const { id } = vellinge.municipality;
  await asOwner(app.database.login, (client) =>
    client.query(`update work_group set kind = 'OPERATIVE' where kind = 'STEERING' and municipality_id = $1`, [id]),
  );
  expect(refusalOf(await change(vellinge, 'schedule', times(20)))).toBe('INVALID_STATE noSteeringGroup');
});
