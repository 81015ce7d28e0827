import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyMilliseconds, sealRecords, startSealer } from '../../src/record/sealer.js';
import { COVERED } from '../../src/record/sealed-row.js';
import { verifyCommand } from '../../src/record/verify-command.js';
import { startTestApp } from '../support/app.js';
import { until } from '../support/event.js';
import { newKeys, SealedWorld } from './sealed-world.js';

describe('sealing', () => {
  let world: SealedWorld;
  beforeAll(async () => {
    world = await SealedWorld.create();
  });
  beforeEach(() => world.superuser.query('truncate sig.access_record, sig.access_root'));
  afterAll(() => world.close());

  test('covers every column of the record', async () => {
    const { rows } = await world.superuser.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'sig' and table_name = 'access_record'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...COVERED].sort());
  });

  test('several sealers at once give every row one place, in an unbroken chain per case', async () => {
    await world.addRows(5_000, 3);
    await Promise.all([1, 2, 3, 4].map(() => sealRecords(world.pools.jobs)));
    await world.seal();
    const { findings, sealed, unsealed } = await world.verify();
    expect([findings, sealed, unsealed]).toEqual([[], 5_000, 0]);
  });

  test('rows that no seal covers yet are told as such', async () => {
    await world.addRows(10, 2);
    await world.seal();
    await world.addRows(3, 2);
    expect(await world.verify()).toMatchObject({ findings: [], sealed: 10, unsealed: 3 });
  });

  test('a root signed by another key is refused', async () => {
    await world.addRows(10, 2);
    await world.seal();
    const { findings } = await world.verify({ isSigned: () => false });
    expect(findings).toEqual([{ kind: 'ROOT_REFUSED', where: 'the signature over the first 10 rows' }]);
  });

  test('a record emptied together with its roots is found by an exported root', async () => {
    await world.addRows(10, 2);
    await world.seal();
    const { newestRoot } = await world.verify();
    await world.superuser.query('truncate sig.access_root');
    await world.superuser.query('delete from sig.access_record where position > 4');
    expect((await world.verify()).findings).toEqual([]);
    const { findings } = await world.verify({ anchors: [newestRoot!] });
    expect(findings).toMatchObject([{ kind: 'REMOVED', where: expect.stringContaining('positions 5 to 10') }]);
  });

  test('the sealer goes on after a fault, and seals and signs once more when it is stopped', async () => {
    const faults: unknown[] = [];
    const turns: (() => Promise<void>)[] = [];
    const stop = startSealer({
      jobs: world.pools.jobs,
      keys: newKeys(),
      onFault: (fault) => faults.push(fault),
      repeat: (work) => {
        turns.push(work);
        return () => turns.pop();
      },
    });
    await world.superuser.query('alter function sig.seal_access(int) rename to elsewhere');
    await turns[0]!();
    expect(faults).toHaveLength(1);
    await world.superuser.query('alter function sig.elsewhere(int) rename to seal_access');
    await world.addRows(5, 1);
    await stop();
    const { rows } = await world.superuser.query('select size::int as size from sig.access_root');
    expect([turns, rows]).toEqual([[], [{ size: 5 }]]);
  });

  test.each(['sig_reader', 'sig_writer', 'sig_jobs'])('%s changes and removes no row of it', async (role) => {
    await world.addRows(1, 1);
    await world.superuser.query(`set role ${role}`);
    for (const act of [
      'update sig.access_record set at = at',
      'delete from sig.access_record',
      'truncate sig.access_record',
    ])
      await expect(world.superuser.query(act)).rejects.toThrow('permission denied');
    await world.superuser.query('reset role');
  });

  test('a reader gives no row a place of its own choice', async () => {
    await world.superuser.query('set role sig_reader');
    const insert = `insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, at, entries, position, chain_seq, previous_hash, hash)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'GUARDIAN', now(), '[]', 1, 1, '', '')`;
    await world.superuser.query(
      `select set_config('sig.viewer', gen_random_uuid()::text, false), set_config('sig.at', '1', false)`,
    );
    await expect(world.superuser.query(insert)).rejects.toThrow('row-level security');
    await world.superuser.query('reset role');
  });
});

test('everything pauses while the work runs, and nothing runs after the end', async () => {
  let runs = 0;
  const end = everyMilliseconds(1)(() => Promise.resolve(void (runs += 1)));
  await until('three turns', () => runs >= 3);
  end();
  const after = runs;
  await new Promise(setImmediate);
  expect(runs).toBe(after);
});

test('the server seals what was read, and the command verifies, exports and checks against it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sig-verify-'));
  const app = await startTestApp({ sealing: () => () => undefined });
  const { dataDir } = app.database;
  try {
    const { token } = app.persona({ profession: 'COORDINATOR' });
    await app.ask(token, '{ cases { edges { node { number notes { totalCount } } } } }');
    await app.stopServer();
    const lines: string[] = [];
    const output = { line: (text: string) => lines.push(text), progress: () => undefined };
    const config = { dataDir, databaseUrl: app.databaseUrl } as Parameters<typeof verifyCommand>[1];
    const file = join(folder, 'root.json');
    expect(await verifyCommand(['--export', file], config, output)).toBe(true);
    expect(lines.join('\n')).toMatch(
      /[1-9]\d* sealed rows read, 0 of them after the newest signed root; 0 not sealed yet\./,
    );
    expect(await verifyCommand(['--against', file], config, output)).toBe(true);
    expect(await readFile(file, 'utf8')).not.toContain('"d"');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"size":\d+/, '"size":999'));
    expect(await verifyCommand(['--against', file], config, output)).toBe(false);
  } finally {
    await app.stop();
    await rm(folder, { recursive: true });
  }
});
