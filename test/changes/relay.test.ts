import pg from 'pg';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import type { SequencedChange } from '../../src/changes/change-log.js';
import { Hub } from '../../src/changes/hub.js';
import { watchLag } from '../../src/changes/lag-watch.js';
import { Relay } from '../../src/changes/relay.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { within } from '../support/event.js';
import { TestSchedule } from '../support/schedule.js';

let database: TestDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await createTestDatabase({ demo: true });
  pools = openPools(database.login, { max: 20 });
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

/** A process, as far as changes go: it keeps everything that its hub hands on, until it has seen a number of changes. */
function listener(wanted: number) {
  const seen: SequencedChange[] = [];
  let enough: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (enough = resolve));
  const hub = new Hub();
  const schedule = new TestSchedule();
  const relay = new Relay({
    pool: pools.jobs,
    hub,
    schedule,
    pollEvery: 1_000,
    elapsed: () => performance.now(),
    onFault: (error) => seenFaults.push(error),
  });
  const hand = hub.publish.bind(hub);
  hub.publish = (changes) => {
    seen.push(...changes);
    hand(changes);
    if (seen.length >= wanted) enough();
  };
  return { relay, hub, seen, all, schedule };
}
const seenFaults: unknown[] = [];

it('drops what a subscriber does not take, says so, and keeps no more than its bound', () => {
  const hub = new Hub();
  let woken = 0;
  const subscriber = hub.subscribe(() => woken++, false);
  subscriber.follow('case');
  const change = (position: number): SequencedChange => ({
    position,
    caseId: 'case' as never,
    kind: 'PLAN_CHANGED',
    ids: [],
  });
  hub.publish(Array.from({ length: 256 }, (_, at) => change(at + 1)));
  expect(subscriber.overflowed).toBe(false);
  hub.publish([change(257)]);
  expect([subscriber.overflowed, subscriber.take(), woken]).toEqual([true, undefined, 257]);
  subscriber.unsubscribe();
  hub.publish([change(258)]);
  expect(woken).toBe(257);
});

it('sounds an alarm when changes wait too long for their places, and says when they have them', async () => {
  const schedule = new TestSchedule();
  const said: string[] = [];
  let looked: () => void = () => undefined;
  const look = async (): Promise<void> => {
    const done = new Promise<void>((resolve) => (looked = resolve));
    schedule.tick();
    await within('a look', done);
  };
  let last = { waiting: 0, oldest: 0 };
  const stop = watchLag({
    pool: pools.jobs,
    schedule,
    every: 5_000,
    onLook: (lag) => {
      last = lag;
      setImmediate(looked);
    },
    whileLate: (tooLong) => said.push(`after ${tooLong}`),
    onLate: ({ waiting }) => said.push(`late ${waiting}`),
    onCaughtUp: () => said.push('caught up'),
    onFault: (error) => seenFaults.push(error),
  });
  await look();
  expect([said, last]).toEqual([[], { waiting: 0, oldest: 0 }]);
  const client = new pg.Client(database.login);
  await client.connect();
  await client.query('set role sig_owner');
  await client.query(
    `with locked as (update sig.case_file set seq = seq + 1 where id = (select min(id::text)::uuid from sig.case_file) returning id, seq)
      insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
      select gen_random_uuid(), id, seq, 'PLAN_CHANGED', '[]', sig.now() - interval '11 seconds' from locked`,
  );
  await look();
  await look();
  expect([said, last.waiting, last.oldest >= 11_000]).toEqual([['late 1', 'after 10000', 'after 10000'], 1, true]);
  await pools.jobs.query('select sig.number_changes(10)');
  await look();
  expect(said).toEqual(['late 1', 'after 10000', 'after 10000', 'caught up']);
  stop();
  await client.end();
});

it('goes on in another process when the one that numbers is killed', async () => {
  const processes = [listener(2), listener(2)];
  for (const { relay } of processes) await relay.start();
  const client = new pg.Client(database.login);
  await client.connect();
  const faults = seenFaults.length;
  const change = async (): Promise<void> => {
    await client.query('set role sig_owner');
    await client.query(
      `with locked as (update sig.case_file set seq = seq + 1 where id = (select min(id::text)::uuid from sig.case_file) returning id, seq)
        insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
        select gen_random_uuid(), id, seq, 'PLAN_CHANGED', '[]', sig.now() from locked`,
    );
    await client.query('reset role');
    for (const { relay } of processes) relay.wake();
  };
  await change();
  const holder = `select pid from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.granted`;
  const before = (await client.query<{ pid: number }>(holder)).rows[0]?.pid;
  // Its process is gone without a word: so its connection is, and with it the lock.
  await client.query(`select pg_terminate_backend(pid) from (${holder}) h`);
  await change();
  await within('both changes in both processes', Promise.all(processes.map(({ all }) => all)));
  const after = (await client.query<{ pid: number }>(holder)).rows[0]?.pid;
  expect(before).toBeDefined();
  expect(after).not.toBe(before);
  for (const { relay } of processes) await relay.stop();
  await client.end();
  seenFaults.length = faults;
});
