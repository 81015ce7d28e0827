import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { partOf } from '../../src/access/piece-keys.js';
import { sealValues } from '../../src/access/stored-row.js';
import type { AgencyId, CaseId } from '../../src/core/ids.js';
import { createSealer } from '../../src/crypto/encryption.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { HeardStatements } from '../../bench/query-capture.js';
import { createTestDatabase } from '../support/database.js';
import { FULL_CASE, FULL_LIST } from '../support/documents.js';
import { rowsOf } from '../support/piece-rows.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

const statements: string[] = [];
const heard = new HeardStatements(pg.Client);
let app: TestApp;
let owner: pg.Client;
let token: string;
let caseId: CaseId;
let agencyId: string;
let viewerId: string;

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  app = await startTestApp({ database, onStatement: (name) => statements.push(name) });
  owner = new pg.Client(database.login);
  await owner.connect();
  const worker = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  token = worker.token;
  viewerId = worker.id;
  agencyId = worker.agency!.id;
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    token,
    '{ cases { edges { node { id } } } }',
  );
  caseId = data.cases.edges[0]!.node.id as CaseId;
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});

interface Full {
  case: { notes: { totalCount: number } };
}

async function counted<Data>(query: string, variables: object = {}): Promise<[string[], Data]> {
  statements.length = 0;
  const { data, errors } = await app.ask<Data>(token, query, variables);
  expect(errors).toBeUndefined();
  return [[...statements].sort(), data];
}

it('sends as many statements for a case with 5 notes as for one with 500', async () => {
  await leaveNotes(5);
  const [few, before] = await counted<Full>(FULL_CASE, { id: caseId });
  expect(before.case.notes.totalCount).toBe(5);
  await addNotes(495);
  const [many, after] = await counted<Full>(FULL_CASE, { id: caseId });
  expect(after.case.notes.totalCount).toBe(500);
  expect(many).toEqual(few);
});

/** Own notes of the social worker, all but so many taken away. */
async function leaveNotes(count: number): Promise<void> {
  const notes = rowsOf('NOTE');
  const ofCase = `select id from ${notes} n where case_id = $1`;
  await owner.query(`delete from sig.piece where id in (${ofCase} and holder_id <> $2)`, [caseId, agencyId]);
  await owner.query(`delete from sig.piece where id in (${ofCase} offset $2)`, [caseId, count]);
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int from ${notes} n where case_id = $1`, [
    caseId,
  ]);
  await addNotes(count - rows[0]!.count);
}

async function addNotes(count: number): Promise<void> {
  const { rows } = await owner.query<{ wrapped_key: Buffer }>(
    'select wrapped_key from sig.piece_key where case_id = $1 and holder_id = $2',
    [caseId, agencyId],
  );
  const sealer = createSealer((await loadKeys(app.database.dataDir)).master);
  const key = sealer.unwrap(rows[0]!.wrapped_key, partOf(caseId, agencyId as AgencyId));
  const ids = Array.from({ length: count }, () => randomUUID());
  const note = { text: 'Ringde hem.', authorId: viewerId, writtenAt: Date.now() };
  await owner.query(
    `insert into sig.piece (id, case_id, kind, holder_id, category, subject_ids, held_back, hidden_from_ids, recorded_at, version, plain, sealed)
     select n.id, $1, k.number, $2, 'SOCIAL_SUPPORT', array(select id from sig.person where case_id = $1 and kind = 'YOUNG_PERSON'), false, '{}', sig.now(),
       1, '{}', n.sealed from sig.piece_kind k, unnest($3::uuid[], $4::bytea[]) as n(id, sealed) where k.name = 'NOTE'`,
    [caseId, agencyId, ids, ids.map((id) => sealValues(sealer, key, id, note))],
  );
}

it('sends as many statements for one case as for twenty', async () => {
  await addCases(20);
  const [one] = await counted(FULL_LIST.replace('first: 50', 'first: 1'));
  const [twenty, data] = await counted<{ cases: { edges: object[] } }>(FULL_LIST.replace('first: 50', 'first: 20'));
  expect(data.cases.edges).toHaveLength(20);
  expect(twenty).toEqual(one);
});

/** Further cases of the worker, each with its young person. */
async function addCases(count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await owner.query('begin');
  await owner.query(
    `insert into sig.case_file (id, municipality_id, number, status, coordinator_id, seq, wrapped_key, facts_at, recorded_at)
     select n.id, c.municipality_id, 'SIG-2030-' || n.place, 'ACTIVE', c.coordinator_id, 0, c.wrapped_key, c.facts_at, c.recorded_at
     from sig.case_file c, unnest($2::uuid[]) with ordinality as n(id, place) where c.id = $1`,
    [caseId, ids],
  );
  await owner.query(
    `insert into sig.person (id, case_id, kind, birth_date, recorded_at)
     select gen_random_uuid(), id, 'YOUNG_PERSON', '2015-05-05', sig.now() from unnest($1::uuid[]) as n(id)`,
    [ids],
  );
  await owner.query(
    `insert into sig.assignment (id, case_id, role_term_id, valid_from, recorded_at)
     select gen_random_uuid(), id, $2, sig.now(), sig.now() from unnest($1::uuid[]) as n(id)`,
    [ids, viewerId],
  );
  await owner.query('commit');
}

it('loads only the kinds of piece that are asked for', async () => {
  const [shell] = await counted('query ($id: ID!) { case(id: $id) { number } }', { id: caseId });
  expect(shell).toEqual(['load_cases', 'open_scope', 'record_access']);
});

it('asks for a whole case in five statements, and for each of them once', async () => {
  const [all] = await counted(FULL_CASE, { id: caseId });
  expect(all).toEqual(['load_cases', 'load_pieces_and_versions', 'open_scope', 'participants', 'record_access']);
});

it.each([
  ['a case', 2, 'query ($id: ID!) { case(id: $id) { number status } }'],
  ['the list of cases', 3, '{ cases(first: 2) { totalCount edges { node { number plan { id } } } } }'],
  ['found cases', 3, '{ cases(search: "SIG", status: [ACTIVE]) { totalCount edges { node { number } } } }'],
  ['the meetings of all cases', 3, '{ meetings { totalCount } }'],
])('asks for %s in %i round trips, that of the record among them', async (_what, flights, query) => {
  const variables = query.includes('$id') ? { id: caseId } : {};
  await app.ask(token, query, variables);
  heard.listen();
  const { errors } = await app.ask(token, query, variables);
  expect(errors).toBeUndefined();
  expect(heard.heard().flights).toBe(flights);
});
