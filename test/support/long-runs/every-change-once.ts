import pg from 'pg';
import { openPools } from '../../../src/storage/pools.js';
import type { SequencedChange } from '../../../src/changes/change-log.js';
import { Hub } from '../../../src/changes/hub.js';
import { Relay } from '../../../src/changes/relay.js';
import type { TestDatabase } from '../database.js';
import { within } from '../event.js';
import { TestSchedule } from '../schedule.js';
import { random } from './random.js';

export interface EveryChangeOnce {
  readonly committed: number;
  /** Of all processes together. */
  readonly lost: number;
  readonly disordered: number;
  readonly duplicated: number;
  /** Connections that hold the lock of the one who numbers. */
  readonly sequencers: number;
  readonly faults: readonly unknown[];
  readonly seconds: number;
}

export interface EveryChangeOnceOptions {
  /** To be committed in all. */
  readonly events: number;
  readonly writers?: number;
  /** Milliseconds. */
  readonly limit: number;
  /** Told of how many more were committed. */
  readonly did?: (more: number) => void;
}

/** Changes of one transaction, at most; as many as a plan that is agreed upon brings with it. */
const MOST = 39;

const CHANGES = `with locked as (update sig.case_file set seq = seq + $count where id = '$case' returning id, seq),
  numbered as (select id, seq - n as seq from locked, generate_series(0, $count - 1) n)
  insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
  select gen_random_uuid(), id, seq, 'PLAN_CHANGED', jsonb_build_array(gen_random_uuid(), seq::text), sig.now() from numbered`;

/**
 * Writers at once on a few cases, up to {@link MOST} changes in a transaction, a tenth of them slow and a tenth rolled back;
 * two processes are told of what was committed.
 */
export async function everyChangeOnce(
  { login }: TestDatabase,
  { events, writers = 16, limit, did = () => undefined }: EveryChangeOnceOptions,
): Promise<EveryChangeOnce> {
  const pools = openPools(login, { max: 8 });
  const faults: unknown[] = [];
  const started = performance.now();
  const processes = [listener(), listener()];
  const relays = processes.map(
    ({ hub }) =>
      new Relay({
        pool: pools.jobs,
        hub,
        schedule: new TestSchedule(),
        pollEvery: 1_000,
        elapsed: () => performance.now(),
        onFault: (fault) => faults.push(fault),
      }),
  );
  for (const relay of relays) await relay.start();
  const clients = await Promise.all(Array.from({ length: writers }, () => connect(login)));
  try {
    const { rows } = await clients[0]!.query<{ id: string }>('select id from sig.case_file order by id limit 5');
    const cases = rows.map(({ id }) => id);
    const ring = (): void => relays[1]?.wake();
    const share = Math.ceil(events / writers);
    const committed = (
      await Promise.all(clients.map((client, at) => write(client, cases, share, random(at + 1), ring, did)))
    ).reduce((sum, count) => sum + count, 0);
    ring();
    await within('all changes in both processes', Promise.all(processes.map((one) => one.until(committed))), limit);
    const { rows: locks } = await clients[0]!.query(
      `select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
        where l.locktype = 'advisory' and l.granted`,
    );
    return {
      committed,
      lost: processes.reduce((sum, { found }) => sum + committed - found.ids.size, 0),
      disordered: processes.reduce((sum, { found }) => sum + found.disordered, 0),
      duplicated: processes.reduce((sum, { found }) => sum + found.duplicated, 0),
      sequencers: locks.length,
      faults,
      seconds: (performance.now() - started) / 1_000,
    };
  } finally {
    for (const relay of relays) await relay.stop();
    await Promise.all(clients.map((client) => client.end()));
    await pools.end();
  }
}

async function connect(login: TestDatabase['login']): Promise<pg.Client> {
  const client = new pg.Client(login);
  await client.connect();
  await client.query('set role sig_owner');
  return client;
}

/** What a process is told, judged as it comes. */
function listener() {
  const found = { ids: new Set<string>(), disordered: 0, duplicated: 0 };
  const last = new Map<string, number>();
  let position = 0;
  let wanted = Infinity;
  let enough: () => void = () => undefined;
  const hub = new Hub();
  const hand = hub.publish.bind(hub);
  hub.publish = (changes: readonly SequencedChange[]) => {
    for (const {
      caseId,
      position: at,
      ids: [id = '', seq],
    } of changes) {
      if (found.ids.has(id)) found.duplicated += 1;
      found.ids.add(id);
      if (at <= position || Number(seq) <= (last.get(caseId) ?? 0)) found.disordered += 1;
      position = at;
      last.set(caseId, Number(seq));
    }
    hand(changes);
    if (found.ids.size >= wanted) enough();
  };
  const until = (count: number): Promise<void> => {
    wanted = count;
    return found.ids.size >= count ? Promise.resolve() : new Promise((resolve) => (enough = resolve));
  };
  return { hub, found, until };
}

async function write(
  client: pg.Client,
  cases: readonly string[],
  share: number,
  next: () => number,
  ring: () => void,
  did: (more: number) => void,
): Promise<number> {
  for (let committed = 0; committed < share;) {
    const count = Math.min(1 + Math.floor(next() * MOST), share - committed);
    const changes = CHANGES.replaceAll('$count', String(count)).replace(
      '$case',
      cases[Math.floor(next() * cases.length)] ?? '',
    );
    const slow = next() < 0.1 ? 'select pg_sleep(0.005);' : '';
    const isKept = next() >= 0.1;
    await client.query(`begin; ${changes}; ${slow} ${isKept ? 'commit' : 'rollback'}`);
    if (isKept) {
      committed += count;
      did(count);
    }
    ring();
  }
  return share;
}
