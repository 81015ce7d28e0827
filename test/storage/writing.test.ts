import type { PoolClient } from 'pg';
import { openPools, type Pools } from '../../src/storage/pools.js';
import { KIND_NAMES } from '../support/kinds-by-hand.js';
import { asOwner, inTransaction, relation, viewing } from './viewing.js';
import { createWorld, sealed, type World } from './world.js';

const DENIED = /permission denied for/;
const REFUSED = /new row violates row-level security policy/;

let world: World;
let pools: Pools;
beforeAll(async () => {
  world = await createWorld();
  pools = openPools(world.login, { max: 2 });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await world.drop();
});

async function allTables(): Promise<string[]> {
  return asOwner(world.login, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'sig' order by 1`,
    );
    return rows.map(({ name }) => name);
  });
}

function insert(client: PoolClient, table: string, row: object = {}): Promise<unknown> {
  const { text, values } = world.insertion(table, { ...row });
  return client.query(text, values);
}

describe('the reader', () => {
  test('writes, changes, deletes, empties and locks nothing', async () => {
    for (const table of await allTables()) {
      const writes = [
        `update sig.${table} set ctid = ctid`,
        `delete from sig.${table}`,
        `truncate sig.${table}`,
        `lock table sig.${table} in exclusive mode`,
      ];
      if (table !== 'access_record') writes.push(`insert into sig.${table} default values`);
      for (const write of writes) {
        await expect(
          viewing(pools.reader, [world.socialWorker, 'PROFESSIONAL'], (client) => client.query(write)),
        ).rejects.toThrow();
      }
    }
    const { rows } = await asOwner(world.login, (client) =>
      client.query(
        `select table_name, privilege_type from information_schema.role_table_grants where grantee = 'sig_reader' and privilege_type <> 'SELECT'`,
      ),
    );
    expect(rows).toEqual([{ table_name: 'access_record', privilege_type: 'INSERT' }]);
  });

  test('does not see clocks, migrations or protections, and makes no tables', async () => {
    for (const text of [
      'table sig.clock',
      'table sig.migration',
      'table sig.protection',
      'create table sig.x (y int)',
      'set role sig_owner',
    ]) {
      await expect(
        viewing(pools.reader, [world.socialWorker, 'PROFESSIONAL'], (client) => client.query(text)),
      ).rejects.toThrow(/permission denied/);
    }
  });
});

describe('an access record', () => {
  const record = (row: object = {}) => ({
    ...{
      operation_id: world.home,
      case_id: world.case,
      viewer_id: world.socialWorker,
      capacity: 'PROFESSIONAL',
      agency_id: world.social,
    },
    ...{ entries: [{ holderId: world.social, category: 'HEALTH', basis: { kind: 'OWN_AGENCY' } }] },
    ...row,
  });
  const written = (row: object, who: readonly [string, string] = [world.socialWorker, 'PROFESSIONAL']) =>
    viewing(pools.reader, who, async (client, at) =>
      insert(client, 'access_record', { ...record(row), at: new Date(at), ...row }),
    );

  test('of the viewer’s own read is taken, from staff and from the family', async () => {
    await expect(written({})).resolves.toBeDefined();
    const family = { viewer_id: world.guardian, capacity: 'GUARDIAN', agency_id: null };
    await expect(written(family, [world.guardian, 'GUARDIAN'])).resolves.toBeDefined();
  });

  test.each([
    ['of another viewer', () => ({ viewer_id: world.teacher })],
    ['of another agency', () => ({ agency_id: world.school })],
    ['of no agency', () => ({ agency_id: null })],
    ['of another capacity', () => ({ capacity: 'COORDINATOR' })],
    ['of another time', () => ({ at: new Date('2026-05-01') })],
    ['of an unknown case', () => ({ case_id: world.home })],
  ])('%s is refused', async (_name, row) => {
    await expect(written(row())).rejects.toThrow(REFUSED);
  });

  test('of a case that the viewer does not know is refused', async () => {
    const stranger = { viewer_id: world.stranger, agency_id: world.school };
    await expect(written(stranger, [world.stranger, 'PROFESSIONAL'])).rejects.toThrow(REFUSED);
  });

  test('is read by the family only', async () => {
    await world.insert('access_record', { ...record(), at: '2026-05-01' });
    const seen = (who: readonly [string, string]) =>
      viewing(pools.reader, who, async (client) => (await client.query('select from sig.access_record')).rowCount);
    expect(await seen([world.youngPerson, 'YOUNG_PERSON'])).toBe(1);
    expect(await seen([world.guardian, 'GUARDIAN'])).toBe(1);
    expect(await seen([world.coordinator, 'COORDINATOR'])).toBe(0);
    expect(await seen([world.socialWorker, 'PROFESSIONAL'])).toBe(0);
  });
});

describe('the writer', () => {
  /** One command: names the case, locks its row if it is told to, then works; rolled back. */
  const command = <Result>(of: string, locks: boolean, work: (client: PoolClient) => Promise<Result>) =>
    inTransaction(pools.writer, async (client) => {
      await client.query(`select set_config('sig.case', $1, true)`, [of]);
      if (locks) await client.query('update sig.case_file set seq = seq + 1 where id = $1', [of]);
      return work(client);
    });
  const rows = (client: PoolClient, name: string) =>
    client.query(`select from ${relation(name)}`).then(({ rowCount }) => rowCount);
  const NOTES = relation('NOTE').replace('sig.piece where', '');

  test('without a named case gets an error', async () => {
    await world.insert('NOTE');
    await expect(inTransaction(pools.writer, (client) => rows(client, 'NOTE'))).rejects.toThrow(
      /sig.case|invalid input syntax/,
    );
  });

  test('sees and writes the pieces of the case that it has locked', async () => {
    await command(world.case, true, async (client) => {
      for (const kind of ['SITUATION', 'NOTE', 'CONTACT', 'piece_version']) await insert(client, kind);
      await insert(client, 'piece_key', { case_id: world.case, holder_id: world.social, wrapped_key: sealed });
      expect([await rows(client, 'NOTE'), await rows(client, 'piece_key')]).toEqual([2, 1]);
      expect((await client.query(`update sig.piece set held_back = true where ${NOTES}`)).rowCount).toBe(2);
      expect((await client.query(`delete from sig.piece where ${NOTES}`)).rowCount).toBe(2);
      expect(await rows(client, 'agency')).toBe(3);
    });
  });

  test.each([...KIND_NAMES, 'piece_version', 'piece_key'])(
    'writes no %s of a case that it has named and not locked, nor of another',
    async (name) => {
      const row =
        name === 'piece_key' ? { case_id: world.case, holder_id: world.social, wrapped_key: sealed } : undefined;
      for (const [of, locks] of [
        [world.case, false],
        [world.home, true],
      ] as const) {
        expect(await command(of, locks, (client) => rows(client, name))).toBe(0);
        await expect(command(of, locks, (client) => insert(client, name, row))).rejects.toThrow(REFUSED);
      }
    },
  );

  test('moves nothing out of the case', async () => {
    const moving = command(world.case, true, (client) =>
      client.query('update sig.piece set case_id = $1', [world.home]),
    );
    await expect(moving).rejects.toThrow(REFUSED);
  });

  test('adds to the ledger and never changes it, nor what was, nor the registers, nor the record', async () => {
    const statement = world.statement(3, world.guardian, {
      decision: 'REFUSED',
      grants: null,
      applies_from: '2026-12-01',
      until: null,
    });
    await expect(
      command(world.case, true, (client) => insert(client, 'consent_statement', statement)),
    ).resolves.toBeDefined();
    const forbidden = [
      ...[
        'update sig.consent_statement set until = null',
        'delete from sig.consent_statement',
        'update sig.opening set data = data',
      ],
      ...[
        'update sig.piece_version set version = 1',
        'delete from sig.piece_version',
        'update sig.piece_key set wrapped_key = wrapped_key',
        'update sig.piece_kind set tells_place = false',
        'delete from sig.piece_kind_parent',
        'update sig.agency set name = name',
        'delete from sig.case_file',
        'table sig.access_record',
        'update sig.clock set offset_ms = 0',
      ],
    ];
    for (const text of forbidden)
      await expect(command(world.case, true, (client) => client.query(text))).rejects.toThrow(DENIED);
  });

  test('cannot commit an opening that the ledger does not carry', async () => {
    const wrong = command(world.case, true, async (client) => {
      await insert(client, 'opening', world.opening({ categories: ['HEALTH'] }));
      await client.query('commit');
    });
    await expect(wrong).rejects.toThrow('An opening is not covered by the grants it names');
  });

  test('cannot read as a viewer', async () => {
    await expect(
      inTransaction(pools.writer, (client) =>
        client.query('select * from sig.open_scope($1, $2)', [world.teacher, 'PROFESSIONAL']),
      ),
    ).rejects.toThrow(DENIED);
  });
});

describe('the catalogue', () => {
  const catalogue = <Row extends object = { name: string }>(query: string): Promise<Row[]> =>
    asOwner(world.login, async (client) => (await client.query<Row>(query)).rows);

  test('jobs look at the clock and at the signed roots of the record, and at no other table', async () => {
    for (const table of (await allTables()).filter((each) => each !== 'access_root')) {
      await expect(inTransaction(pools.jobs, (client) => client.query(`select from sig.${table}`))).rejects.toThrow(
        DENIED,
      );
    }
    await expect(inTransaction(pools.jobs, (client) => client.query('select sig.now()'))).resolves.toBeDefined();
  });

  test('no function is open to everybody, and what runs as its owner pins the search path, the temporary schema last', async () => {
    const functions = await catalogue<{ name: string; definer: boolean; public: boolean; config: string[] | null }>(
      `select proname as name, prosecdef as definer, has_function_privilege('public', oid, 'execute') as public, proconfig as config
        from pg_proc where pronamespace = 'sig'::regnamespace`,
    );
    expect(functions.length).toBeGreaterThan(20);
    expect(functions.filter((each) => each.public)).toEqual([]);
    expect(
      functions.filter((each) => each.definer && !each.config?.includes('search_path=pg_catalog, pg_temp')),
    ).toEqual([]);
  });

  test('every table of a case or a municipality forces row security on its owner too, and all belong to the owner', async () => {
    const tables = await catalogue<{ name: string; forced: boolean; owner: string }>(
      `select relname as name, relforcerowsecurity and relrowsecurity as forced, relowner::regrole::text as owner
        from pg_class where relnamespace = 'sig'::regnamespace and relkind = 'r' order by 1`,
    );
    // Nothing in these is about a case, and only the roots of the record are written by the running server; the kinds of piece
    // by the migrator alone.
    expect(tables.filter((each) => !each.forced).map((each) => each.name)).toEqual([
      'access_root',
      'clock',
      'demo_persona',
      'migration',
      'notifier',
      'piece_kind',
      'piece_kind_parent',
      'stream',
    ]);
    expect(new Set(tables.map((each) => each.owner))).toEqual(new Set(['sig_owner']));
  });

  test('pieces lie in one table, and what changes of them left in another', async () => {
    const tables = await catalogue(
      `select table_name as name from information_schema.columns where table_schema = 'sig' and column_name = 'hidden_from_ids' order by 1`,
    );
    expect(tables.map((each) => each.name)).toEqual(['piece', 'piece_version']);
  });

  test('no server role is a superuser, bypasses row security or belongs to another role', async () => {
    const roles = await catalogue(
      `select rolname as name from pg_roles r where rolname like 'sig\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
        or exists (select from pg_auth_members m where m.member = r.oid))`,
    );
    expect(roles).toEqual([]);
  });
});
