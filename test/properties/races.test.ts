import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

const ROUNDS = 60;
const NOTES =
  'query ($id: ID!) { case(id: $id) { notes(first: 200) { totalCount edges { node { id holder { id } } } } } }';
const CASES = '{ cases { edges { node { id } } } }';

interface Notes {
  case: { notes: { totalCount: number; edges: { node: { id: string; holder: { id: string } } }[] } };
}

/** Two servers over one database, whose own clocks are half a second apart. */
let servers: TestApp[];
let owner: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  drop = database.drop;
  const kept = { ...database, drop: () => Promise.resolve() };
  servers = [];
  for (const apart of [0, 500]) {
    servers.push(
      await startTestApp({ database: kept, systemTime: () => Date.now() + apart, sealing: () => () => undefined }),
    );
  }
  owner = new pg.Client(database.login);
  await owner.connect();
  // What is written here stands for a command: all of it in one transaction, under the lock of the case.
  await owner.query('set session_replication_role = replica');
});
afterAll(async () => {
  await owner.end();
  for (const server of servers) await server.stop();
  await drop();
});

/** The case of which the reader sees most notes of other agencies. */
async function open(token: string, agencyId: string): Promise<{ caseId: string; foreign: string[] }> {
  const { data } = await servers[0]!.ask<{ cases: { edges: { node: { id: string } }[] } }>(token, CASES);
  const found = await Promise.all(
    data.cases.edges.map(async ({ node: { id } }) => ({
      caseId: id,
      foreign: await foreignNotes(0, token, id, agencyId),
    })),
  );
  return found.sort((a, b) => b.foreign.length - a.foreign.length)[0]!;
}

async function foreignNotes(server: number, token: string, id: string, agencyId: string): Promise<string[]> {
  const { data } = await servers[server]!.ask<Notes>(token, NOTES, { id });
  return data.case.notes.edges.filter(({ node }) => node.holder.id !== agencyId).map(({ node }) => node.id);
}

/** The young person takes everything back; only then is a new secret written. */
async function withdraw(caseId: string, secret: string): Promise<void> {
  await owner.query('begin');
  await owner.query('update sig.case_file set seq = seq + 1, facts_at = sig.now() where id = $1', [caseId]);
  await owner.query(
    `insert into sig.consent_statement (id, case_id, sequence, subject_id, signer_id, decision, applies_from, recorded_at)
      select gen_random_uuid(), $1, (select max(sequence) + 1 from sig.consent_statement where case_id = $1), p.id, p.id, 'WITHDRAWN',
        c.facts_at, c.facts_at from sig.person p join sig.case_file c on c.id = p.case_id where p.case_id = $1 and p.kind = 'YOUNG_PERSON'`,
    [caseId],
  );
  await owner.query('delete from sig.opening where case_id = $1', [caseId]);
  await owner.query('commit');
  // The "new enemy": written after the withdrawal, for those who are still in.
  await owner.query(
    `insert into sig.note select $2, case_id, holder_id, category, subject_ids, false, '{}', sig.now(), text_sealed, author_id, written_at
      from sig.note where case_id = $1 limit 1`,
    [caseId, secret],
  );
}

test('no answer that starts after the commit of a withdrawal shows the data, on any server, nor does any show what came after it', async () => {
  const { token, agency } = servers[0]!.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  const { caseId, foreign } = await open(token, agency!.id);
  expect(foreign.length).toBeGreaterThan(0);
  await owner.query('create temporary table kept as select * from sig.opening where case_id = $1', [caseId]);
  const { rows: last } = await owner.query<{ max: number }>(
    'select max(sequence) from sig.consent_statement where case_id = $1',
    [caseId],
  );
  const shown = { during: 0, after: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const secret = `99999999-0000-4000-8000-${String(round).padStart(12, '0')}`;
    const racing = [0, 1, 0, 1].map((server) => foreignNotes(server, token, caseId, agency!.id));
    await withdraw(caseId, secret);
    const after = await Promise.all([0, 1].map((server) => foreignNotes(server, token, caseId, agency!.id)));
    for (const ids of await Promise.all(racing)) {
      if (ids.length > 0) shown.during += 1;
      expect(ids).not.toContain(secret);
    }
    for (const ids of after) shown.after += ids.length;
    await owner.query('delete from sig.note where id = $1', [secret]);
    await owner.query('delete from sig.consent_statement where case_id = $1 and sequence > $2', [caseId, last[0]!.max]);
    await owner.query('insert into sig.opening select * from kept');
  }
  expect(shown.after).toBe(0);
  expect(shown.during).toBeGreaterThan(0);
}, 120_000);
