import pg from 'pg';
import { createTestDatabase } from './database.js';

/** Connects, asks, closes. */
async function ask(login: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(login);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('databases for tests', () => {
  test('each is one of its own, and gone when dropped', async () => {
    const [one, other] = await Promise.all([
      createTestDatabase({ migrated: false }),
      createTestDatabase({ migrated: false }),
    ]);
    await ask(one.login, 'create table kept (id int)');
    expect(await ask(other.login, `select to_regclass('kept') as found`)).toEqual([{ found: null }]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(ask(one.login, 'select')).rejects.toThrow('does not exist');
  });

  test('a migrated one has the schema, however many are asked for at once', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase()));
    for (const { login, drop } of databases) {
      expect(await ask(login, `select to_regnamespace('sig')::text as schema`)).toEqual([{ schema: 'sig' }]);
      await drop();
    }
  });

  test('one with demo data has both municipalities', async () => {
    const { login, drop } = await createTestDatabase({ demo: true });
    expect(await ask(login, 'select count(*)::int as count from sig.municipality')).toEqual([{ count: 2 }]);
    await drop();
  });
});
