import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { colleagueOf } from '../support/colleagues.js';
import type { Colleague } from '../support/colleagues.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

let app: TestApp;
let writer: Changing;
let first: Persona;
let colleagues: Colleague[];
let caseId: string;
let actionId: string;
let statements: string[] = [];

beforeAll(async () => {
  app = await startTestApp({ onStatement: (name) => statements.push(name) });
  writer = await changing(app.database);
  first = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  colleagues = [first];
  for (let at = 0; at < 3; at++) colleagues.push(await colleagueOf(app.database, writer, first.id));
  ({ caseId, actionId } = await planSeenBy(app, first.token, ({ status }) => status === 'ACTIVE'));
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

const counted = (name: string): number => statements.filter((one) => one === name).length;

/** Open streams: each has told of one change already. */
async function streams(asked: string | readonly string[], members: readonly Colleague[]): Promise<TestSocket[]> {
  const sockets = await Promise.all(
    members.map(async ({ token, id }, at) => {
      const socket = await TestSocket.signIn(app.url, token, { 'accept-language': LANGUAGES.get(id) ?? 'sv' });
      socket.subscribe(`of ${id}`, [asked].flat()[at] ?? [asked].flat()[0]!, { caseId });
      await socket.marker();
      return socket;
    }),
  );
  await toldOf(sockets, members);
  return sockets;
}
const LANGUAGES = new Map<string, string>();

/** Tells a change and gives what came of it, as text without what is each member's own. */
async function toldOf(sockets: readonly TestSocket[], members: readonly Colleague[]): Promise<string[]> {
  statements = [];
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  return Promise.all(sockets.map(async (socket, at) => JSON.stringify(await socket.frame(`of ${members[at]!.id}`))));
}

const cursorIn = (frame: string): string => /"cursor":"([^"]+)"/.exec(frame)?.[1] ?? '';
const close = (sockets: readonly TestSocket[]): Promise<unknown> => Promise.all(sockets.map((one) => one.close()));

async function recordedSince(at: Date): Promise<{ viewer: string; entries: string }[]> {
  const { rows } = await writer.client.query<{ viewer: string; entries: string }>(
    'select viewer_id as viewer, entries::text from sig.access_record where case_id = $1 and at > $2',
    [caseId, at],
  );
  return rows;
}

async function now(): Promise<Date> {
  return (await writer.client.query<{ now: Date }>('select sig.now() as now')).rows[0]!.now;
}

describe('colleagues who ask the same', () => {
  it('are told in one snapshot, each with a cursor and a record of their own', async () => {
    const sockets = await streams(PLAN_STREAM, colleagues);
    const before = await now();
    const frames = await toldOf(sockets, colleagues);
    expect([counted('load_cases'), counted('load_pieces'), counted('record_access_for')]).toEqual([1, 1, 1]);
    expect(counted('record_access')).toBe(0);
    expect(new Set(frames.map(cursorIn)).size).toBe(colleagues.length);
    const [one, ...others] = frames.map((frame) => frame.replace(cursorIn(frame), ''));
    expect(others.every((other) => other === one)).toBe(true);
    const records = await recordedSince(before);
    expect(records.map(({ viewer }) => viewer).sort()).toEqual(colleagues.map(({ id }) => id).sort());
    expect(new Set(records.map(({ entries }) => entries)).size).toBe(1);
    await close(sockets);
  });

  it('resume each with their own cursor and with no one else\u2019s', async () => {
    const sockets = await streams(PLAN_STREAM, colleagues.slice(0, 2));
    const [mine, theirs] = (await toldOf(sockets, colleagues)).map(cursorIn);
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    await close(sockets);
    const socket = await TestSocket.signIn(app.url, first.token);
    socket.subscribe('mine', PLAN_STREAM, { caseId, after: mine });
    expect((await socket.frame('mine')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
    socket.subscribe('theirs', PLAN_STREAM, { caseId, after: theirs });
    expect((await socket.frame('theirs')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    await socket.close();
  });

  it('are told apart by what they ask, in which language, and about themselves', async () => {
    const both = colleagues.slice(0, 2);
    const other = PLAN_STREAM.replace('cursor changedActionIds', 'changedActionIds cursor');
    LANGUAGES.set(colleagues[1]!.id, 'en');
    const three = await streams([PLAN_STREAM, PLAN_STREAM, other], colleagues.slice(0, 3));
    await toldOf(three, colleagues);
    expect([counted('load_cases'), counted('record_access'), counted('record_access_for')]).toEqual([3, 3, 0]);
    await close(three);
    const own = await streams(
      `subscription ($caseId: ID) { planChanged(caseId: $caseId) { ... on PlanChanged { plan { history(first: 1) {
        pageInfo { endCursor } } } } } }`,
      both,
    );
    await toldOf(own, both);
    expect([counted('record_access'), counted('record_access_for')]).toEqual([2, 0]);
    await close(own);
  });
});

it.each<[string, string]>([
  ['assignment', 'update sig.assignment set valid_until = sig.now() where role_term_id = $1'],
  ['role term', 'update sig.role_term set valid_until = sig.now() where id = $1'],
])('leaves out whose %s has ended, in the very snapshot', async (_name, end) => {
  const gone = await colleagueOf(app.database, writer, first.id);
  const members = [gone, ...colleagues.slice(0, 2)];
  const sockets = await streams(PLAN_STREAM, members);
  const before = await now();
  // Told as a change of the plan alone: nothing but the snapshot itself says that somebody left.
  await writer.change(caseId, { ACTION_CHANGED: [actionId] }, (client) => client.query(end, [gone.id]));
  const [ended, ...told] = await Promise.all(sockets.map((socket, at) => socket.frame(`of ${members[at]!.id}`)));
  expect(ended?.data?.['planChanged']).toMatchObject({ __typename: 'AccessEnded', reason: 'ASSIGNMENT_ENDED' });
  for (const { data } of told) expect(data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
  const recorded = (await recordedSince(before)).map(({ viewer }) => viewer);
  expect(recorded.sort()).toEqual(
    colleagues
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
  await close(sockets);
});

describe('the database itself', () => {
  const asReader = async (
    viewer: string,
    capacity: string,
    members: readonly string[],
    of = caseId,
  ): Promise<unknown> => {
    const { client } = writer;
    await client.query('begin');
    try {
      await client.query('set local role sig_reader');
      await client.query('select from sig.open_scope($1, $2)', [viewer, capacity]);
      return await client.query('select sig.record_for($1, $2, $3)', [members, of, '[]']).catch(String);
    } finally {
      await client.query('rollback');
    }
  };

  it('records for colleagues', async () => {
    const written = await asReader(
      first.id,
      'COORDINATOR',
      colleagues.map(({ id }) => id),
    );
    expect(written).toMatchObject({ rowCount: 1 });
  });

  it('refuses a record for whoever is no colleague in the case', async () => {
    const others = app.personas.filter(({ agency }) => agency !== null && agency.id !== first.agency?.id);
    expect(await asReader(first.id, 'COORDINATOR', [first.id, others[0]!.id])).toMatch('Not everybody');
    const { rows } = await writer.client.query<{ id: string }>(
      'select c.id from sig.case_file c where not exists (select from sig.assignment a where a.case_id = c.id and a.role_term_id = $1)',
      [first.id],
    );
    expect(await asReader(first.id, 'COORDINATOR', [first.id], rows[0]!.id)).toMatch('Not everybody');
  });
});
