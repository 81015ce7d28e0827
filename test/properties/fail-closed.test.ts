import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { CASE_FIELDS } from '../support/documents.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

const DOCUMENT = `{ cases(first: 3) { totalCount edges { node { ${CASE_FIELDS} accessRecords { edges { cursor } } consents { id purpose } } } } }`;
const CAPACITIES = ['PROFESSIONAL', 'COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN'];

/** Every statement that a read sends goes by here, and one of them is made to fail. */
const fault = { at: -1, sent: 0, names: new Set<string>() };
let app: TestApp;
let administrator: pg.Client;

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  app = await startTestApp({
    database,
    sealing: () => () => undefined,
    onStatement: (name) => {
      fault.names.add(name);
      fault.sent += 1;
      if (fault.sent === fault.at) throw new Error(`fault injected at ${name}`);
    },
  });
  administrator = new pg.Client(database.login);
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await app.stop();
});

const records = async (): Promise<number> => {
  const { rows } = await administrator.query<{ count: number }>('select count(*)::int as count from sig.access_record');
  return rows[0]?.count ?? -1;
};

test.each(CAPACITIES)(
  'a fault at any statement of a %s reading discloses nothing and records nothing',
  async (capacity) => {
    const { token } = app.persona({ capacity });
    // Asked before, so that registers and facts are in memory each time.
    await app.ask(token, DOCUMENT);
    Object.assign(fault, { at: -1, sent: 0 });
    const whole = await app.ask(token, DOCUMENT);
    expect(whole.errors).toBeUndefined();
    const statements = fault.sent;
    expect(statements).toBeGreaterThan(5);
    const before = await records();
    for (let at = 1; at <= statements; at++) {
      Object.assign(fault, { at, sent: 0 });
      const { text, data, errors } = await app.ask(token, DOCUMENT);
      expect([at, (data as unknown) ?? null, errors?.[0]?.extensions.code]).toEqual([at, null, 'INTERNAL']);
      expect(text.length).toBeLessThan(whole.text.length / 4);
    }
    Object.assign(fault, { at: -1, sent: 0 });
    expect(await records()).toBe(before);
    // No connection was left in somebody's scope: the next answer is whole again.
    expect((await app.ask(token, DOCUMENT)).text).toBe(whole.text);
  },
  120_000,
);

test.each([
  [
    'the record cannot be written',
    'revoke insert on sig.access_record from sig_reader',
    'grant insert on sig.access_record to sig_reader',
  ],
  [
    'the facts cannot be read',
    'alter function sig.case_facts(uuid[]) rename to gone',
    'alter function sig.gone(uuid[]) rename to case_facts',
  ],
])('nothing is disclosed when %s', async (_, breaks, mends) => {
  const { token } = app.persona({ capacity: 'COORDINATOR' });
  const before = await records();
  await administrator.query(breaks);
  const { data, errors } = await app.ask(token, DOCUMENT);
  await administrator.query(mends);
  expect([(data as unknown) ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
  expect(await records()).toBe(before);
});

test('a connection cut in the middle of a read discloses nothing, and the next read is whole', async () => {
  const { token } = app.persona({ capacity: 'COORDINATOR' });
  const whole = await app.ask(token, DOCUMENT);
  const before = await records();
  await administrator.query('begin; lock table sig.piece in access exclusive mode');
  const asked = app.ask(token, DOCUMENT);
  let cut = 0;
  for (; cut === 0;) {
    const { rowCount } = await administrator.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sig_reader' and wait_event_type = 'Lock' and datname = current_database()`,
    );
    cut = rowCount ?? 0;
  }
  await administrator.query('rollback');
  const { data, errors } = await asked;
  expect([(data as unknown) ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
  expect(await records()).toBe(before);
  expect((await app.ask(token, DOCUMENT)).text).toBe(whole.text);
});
