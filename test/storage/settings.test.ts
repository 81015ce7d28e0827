import { openPools, type Pools } from '../../src/storage/pools.js';
import { KIND_NAMES } from '../support/kinds-by-hand.js';
import { inTransaction, relation, viewing } from './viewing.js';
import { createWorld, sealed, type World } from './world.js';

const OTHERS = [
  'piece_version',
  'piece_key',
  'case_file',
  'person',
  'custody',
  'assignment',
  'consent_statement',
  'block',
  'opening',
  'access_record',
  'municipality',
  'agency',
  'role_term',
];
/** A test has nothing to read in these until it writes a row itself. */
const EMPTY = ['block', 'access_record'];
const TABLES = [...KIND_NAMES, ...OTHERS];
/** The world has rows of these, which others hang on. */
const IN_THE_WORLD = ['PLAN', 'GOAL', 'MEETING'];
const AT = String(Date.parse('2026-06-01T10:00:00Z'));

let world: World;
let pools: Pools;
beforeAll(async () => {
  world = await createWorld();
  // One connection: whatever a transaction leaves behind, the next one meets.
  pools = openPools(world.login, { max: 1 });
  const ids: Readonly<Record<string, object>> = {
    NOTE: { id: world.note },
    ACTION: { id: world.action },
  };
  for (const kind of KIND_NAMES.filter((each) => !IN_THE_WORLD.includes(each)))
    await world.insert(kind, { ...ids[kind] });
  await world.insert('piece_version');
  await world.insert('piece_key', { case_id: world.case, holder_id: world.social, wrapped_key: sealed });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await world.drop();
});

interface Scope {
  readonly at: number;
  readonly viewer: object;
}

function rowsWith(table: string, settings: Readonly<Record<string, string>>): Promise<number> {
  return inTransaction(pools.reader, async (client) => {
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [`sig.${name}`, value]);
    const { rowCount } = await client.query(`select from ${relation(table)}`);
    return rowCount ?? 0;
  });
}

test.each(TABLES.filter((table) => !EMPTY.includes(table)))(
  '%s has rows, and the right settings show some of them to somebody',
  async (table) => {
    const somebody = [world.socialWorker, world.coordinator, world.youngPerson];
    const seen = somebody.map((viewer) => rowsWith(table, { viewer, at: AT }));
    expect(Math.max(...(await Promise.all(seen)))).toBeGreaterThan(0);
  },
);

describe.each(TABLES.filter((table) => !EMPTY.includes(table)))('%s', (table) => {
  test('without settings is an error, also on a connection that had them before', async () => {
    await viewing(pools.reader, [world.socialWorker, 'PROFESSIONAL'], (client) =>
      client.query(`select from ${relation(table)}`),
    );
    await expect(rowsWith(table, {})).rejects.toThrow(/unrecognized configuration parameter|invalid input syntax/);
  });

  test.each([
    ['an empty viewer', { viewer: '', at: AT }, /invalid input syntax for type uuid/],
    ['a malformed viewer', { viewer: `' or true --`, at: AT }, /invalid input syntax for type uuid/],
    ['an empty instant', { viewer: '1', at: '' }, /invalid input syntax/],
    ['an instant in words', { viewer: '1', at: 'now' }, /invalid input syntax/],
    ['an instant at infinity', { viewer: '1', at: 'infinity' }, /invalid input syntax/],
  ])('with %s is an error', async (_name, settings: Record<string, string>, message) => {
    const viewer = settings['viewer'] === '1' ? world.socialWorker : (settings['viewer'] ?? '');
    await expect(rowsWith(table, { ...settings, viewer })).rejects.toThrow(message);
  });

  test('shows nothing to a viewer who does not exist, or before the term began', async () => {
    expect(await rowsWith(table, { viewer: '00000000-0000-4000-8000-000000000000', at: AT })).toBe(0);
    expect(await rowsWith(table, { viewer: world.socialWorker, at: '0' })).toBe(0);
  });
});

test('an unset instant alone is an error', async () => {
  await viewing(pools.reader, [world.socialWorker, 'PROFESSIONAL'], (client) => client.query('select from sig.piece'));
  await expect(rowsWith('piece', { viewer: world.socialWorker })).rejects.toThrow(/invalid input syntax/);
});

test.each([
  ['another capacity than its own', () => [world.socialWorker, 'COORDINATOR']],
  ['a person in a capacity of staff', () => [world.youngPerson, 'PROFESSIONAL']],
  ['a young person as a guardian', () => [world.youngPerson, 'GUARDIAN']],
  ['another subject than the young person', () => [world.sibling, 'OTHER_SUBJECT']],
  ['nobody', () => ['00000000-0000-4000-8000-000000000000', 'PROFESSIONAL']],
])('no scope opens for %s', async (_name, subject) => {
  await inTransaction(pools.reader, async (client) => {
    const { rows } = await client.query('select at, viewer from sig.open_scope($1, $2)', subject());
    expect(rows).toEqual([]);
  });
});

test('a scope tells who asks, and is never before the newest statement', async () => {
  await inTransaction(pools.reader, async (client) => {
    const { rows } = await client.query<Scope>('select at, viewer from sig.open_scope($1, $2)', [
      world.teacher,
      'PROFESSIONAL',
    ]);
    expect(rows[0]?.viewer).toEqual({
      ...{
        capacity: 'PROFESSIONAL',
        id: world.teacher,
        roleTermId: world.teacher,
        agencyId: world.school,
        municipalityId: world.home,
      },
      ...{ professionalId: expect.any(String), name: 'PROFESSIONAL', profession: 'SOCIAL_WORKER' },
    });
    const age = Number(rows[0]?.at) - Number(AT);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(600_000);
  });
});
