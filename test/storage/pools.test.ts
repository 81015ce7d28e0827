import { openPools, type Pools } from '../../src/storage/pools.js';
import { within } from '../support/event.js';
import { createWorld, type World } from './world.js';
import { asOwner, inTransaction, relation, viewing } from './viewing.js';

let world: World;
let pools: Pools;
const errors: Error[] = [];
beforeAll(async () => {
  world = await createWorld();
  pools = openPools(world.login, { max: 2, onError: (error) => errors.push(error) });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await world.drop();
});

test('every connection plans once for all values, compiles nothing, and counts time in UTC', async () => {
  for (const role of ['reader', 'writer', 'jobs'] as const) {
    const { rows } = await pools[role].query(
      `select current_setting('plan_cache_mode') as plans, current_setting('jit') as jit, current_setting('search_path') as path,
        current_setting('timezone') as zone, session_user as role`,
    );
    expect(rows[0]).toEqual({ plans: 'force_generic_plan', jit: 'off', path: 'sig', zone: 'UTC', role: `sig_${role}` });
  }
});

test('instants are milliseconds, dates text and big numbers numbers; nothing is null but null', async () => {
  const { rows } = await pools.reader.query(
    `select '2026-06-01T12:00:00.007+02'::timestamptz(3) as instant, '1969-12-31T23:59:59.999Z'::timestamptz as before, '2026-02-28'::date as day,
      9007199254740991::int8 as big, null::timestamptz as nothing, array['00000000-0000-4000-8000-000000000000']::uuid[] as ids`,
  );
  expect(rows[0]).toEqual({
    ...{
      instant: Date.parse('2026-06-01T10:00:00.007Z'),
      before: -1,
      day: '2026-02-28',
      big: Number.MAX_SAFE_INTEGER,
      nothing: null,
    },
    ids: ['00000000-0000-4000-8000-000000000000'],
  });
  await expect(pools.reader.query(`select 'infinity'::timestamptz`)).rejects.toThrow('Not an instant in UTC: infinity');
});

test('named statements read the right rows under generic plans, for one viewer after another', async () => {
  await world.insert('NOTE', { category: 'HEALTH' });
  await world.insert('NOTE');
  const count = {
    name: 'count_notes',
    text: `select count(*)::int as n from ${relation('NOTE')} and case_id = any($1::uuid[])`,
    values: [[world.case]],
  };
  const read = (id: string) =>
    viewing(
      pools.reader,
      [id, 'PROFESSIONAL'],
      async (client) => (await client.query<{ n: number }>(count)).rows[0]?.n,
    );
  for (let round = 0; round < 7; round++) {
    expect([await read(world.socialWorker), await read(world.teacher), await read(world.officer)]).toEqual([2, 1, 0]);
  }
});

test('statements sent together are answered in order', async () => {
  await inTransaction(pools.reader, async (client) => {
    const answers = await Promise.all([1, 2, 3].map((n) => client.query<{ n: number }>('select $1::int as n', [n])));
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3]);
  });
});

test('a connection that the server ends while in use is told of and does not end the process', async () => {
  const client = await pools.reader.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await asOwner(world.login, async (owner) => {
      await owner.query('set role none');
      await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    });
    await within('the end of the connection', ended);
  } finally {
    client.release(true);
  }
  expect(errors.length).toBeGreaterThan(0);
  await expect(pools.reader.query('select 1 as n')).resolves.toMatchObject({ rows: [{ n: 1 }] });
});
