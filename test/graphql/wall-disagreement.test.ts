import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { rowsOf } from '../support/piece-rows.js';

const CASES = '{ cases { edges { node { id number } } } }';
const NOTES = 'query ($id: ID!) { case(id: $id) { notes { totalCount edges { node { text } } } } }';

interface Notes {
  case: { notes: { totalCount: number; edges: { node: { text: string } }[] } };
}

let app: TestApp;
let administrator: pg.Client;
const lines: string[] = [];

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  app = await startTestApp({
    database,
    config: { logLevel: 'error' },
    logTo: { write: (line) => void lines.push(line) },
  });
  administrator = new pg.Client(database.login);
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await app.stop();
});

const disagreements = async (): Promise<string[]> => {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith('sig_wall_disagreements_total{'));
};

it('withholds what only the database opens, counts it by kind and raises an alarm without content', async () => {
  const { token, agency } = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(token, CASES);
  const ids = data.cases.edges.map(({ node }) => node.id);
  const { rows } = await administrator.query<{ id: string; case_id: string }>(
    `select n.id, n.case_id from ${rowsOf('NOTE')} n where n.case_id = any($1::uuid[]) and n.holder_id <> $2 and not n.held_back
      and not exists (select from sig.opening o where o.case_id = n.case_id and $2 = any(o.recipient_ids)
        and n.holder_id = any(o.holder_ids) and n.category = any(o.categories) and o.valid @> sig.now()) limit 1`,
    [ids, agency!.id],
  );
  const [note] = rows;
  const before = await app.ask<Notes>(token, NOTES, { id: note!.case_id });
  expect(await disagreements()).toEqual([]);

  // Somebody with every right over the database opens a cell that no consent opens.
  await administrator.query('set session_replication_role = replica');
  await administrator.query(
    `insert into sig.opening
      select n.case_id, s.id, array[n.holder_id], array[$2::uuid], array[n.category], '(,)', '{(,)}', '{1}'
      from ${rowsOf('NOTE')} n, unnest(n.subject_ids) as s (id) where n.id = $1`,
    [note!.id, agency!.id],
  );
  const after = await app.ask<Notes>(token, NOTES, { id: note!.case_id });
  expect(after.text).toBe(before.text);

  const [line, ...others] = await disagreements();
  expect(others).toEqual([]);
  expect(line).toMatch(/^sig_wall_disagreements_total\{kind="NOTE"\} [1-9]\d*$/);
  const alarms = lines.filter((text) => text.includes('the layers disagree')).map((text) => JSON.parse(text) as object);
  expect(alarms.length).toBeGreaterThan(0);
  for (const alarm of alarms) expect(Object.keys(alarm).sort()).toEqual(['kind', 'level', 'msg', 'time']);
});
