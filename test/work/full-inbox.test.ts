import pg from 'pg';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { rowsOf } from '../support/piece-rows.js';

const INBOX =
  'query ($first: Int!) { viewer { notifications(first: $first) { totalCount unreadCount edges { node { id } } } } }';
/** More than an inbox holds. */
const MANY = 205;

let app: TestApp;
let superuser: pg.Client;
let police: Persona;
beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client(app.database.login);
  await superuser.connect();
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
});
afterAll(async () => {
  await superuser.end();
  await app.stop();
});

/** Notices about one note each, from the first one on a second apart. @returns their ids, oldest first */
async function told(noteId: string, from: number, many: number): Promise<string[]> {
  const { rows } = await superuser.query<{ id: string }>(
    `insert into sig.notification (id, case_id, recipient_id, kind, ids, position, at, attempts)
      select gen_random_uuid(), n.case_id, $2, 'CASE', jsonb_build_array(n.id), $3::int + i, sig.now() + make_interval(secs => $3::int + i), 0
        from ${rowsOf('NOTE')} n, generate_series(1, $4::int) i where n.id = $1 order by i returning id`,
    [noteId, police.id, from, many],
  );
  return rows.map(({ id }) => id);
}

async function inbox(): Promise<{ totalCount: number; unreadCount: number; ids: string[] }> {
  const { data } = await app.ask<{
    viewer: { notifications: { totalCount: number; unreadCount: number; edges: { node: { id: string } }[] } };
  }>(police.token, INBOX, { first: 200 });
  const { edges, ...counts } = data.viewer.notifications;
  return { ...counts, ids: edges.map(({ node }) => node.id) };
}

/** A note in one of the reader's cases, shown to them or not. */
async function note(isShown: boolean): Promise<string> {
  const { data } = await app.ask<{
    cases: { edges: { node: { id: string; notes: { edges: { node: { id: string } }[] } } }[] };
  }>(police.token, '{ cases(first: 50) { edges { node { id notes(first: 200) { edges { node { id } } } } } } }');
  const cases = data.cases.edges.map(({ node }) => node);
  const shown = cases.flatMap(({ notes }) => notes.edges.map(({ node }) => node.id));
  const { rows } = await superuser.query<{ id: string }>(
    `select id from ${rowsOf('NOTE')} x where case_id = any($1) order by id`,
    [cases.map(({ id }) => id)],
  );
  return rows.find(({ id }) => shown.includes(id) === isShown)!.id;
}

test('however many notices are withheld by now, those that are not are there', async () => {
  await superuser.query('delete from sig.notification');
  const [open, closed] = [await note(true), await note(false)];
  const older = await told(open, 0, 3);
  const before = await inbox();
  expect(before).toEqual({ totalCount: 3, unreadCount: 3, ids: older.reverse() });
  await told(closed, 10, MANY);
  expect(await inbox()).toEqual(before);
});

test('an inbox holds the newest 200 of those that are shown', async () => {
  await superuser.query('delete from sig.notification');
  const all = await told(await note(true), 0, MANY);
  expect(await inbox()).toEqual({ totalCount: 200, unreadCount: 200, ids: all.reverse().slice(0, 200) });
});
