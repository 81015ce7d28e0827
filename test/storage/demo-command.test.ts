import { randomUUID } from 'node:crypto';
import { MODEL } from '../../src/data-model.js';
import type { Config } from '../../src/config.js';
import { demoCommand } from '../../src/demo/demo-command.js';
import { withOwner } from '../../src/storage/migrate.js';
import { commandConfig } from '../support/command-config.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterAll(() => database.drop());

const config = (more?: Record<string, string>): Config => commandConfig(database, more);
const run = (...args: string[]) => demoCommand(args, config(), randomUUID);
const caseIds = () =>
  withOwner(database.login, MODEL, async ({ em }) => {
    const rows = await em.execute<{ id: string }[]>('select id from sig.case_file order by id');
    return rows.map(({ id }) => id);
  });

describe('npm run demo', () => {
  test('fills an empty database, leaves a filled one alone, and replaces it with --reset', async () => {
    expect(await run()).toBe('The demo data is loaded, relative to now.');
    const first = await caseIds();
    expect(first).toHaveLength(32);
    expect(await run()).toContain('nothing was changed');
    expect(await caseIds()).toEqual(first);
    expect(await run('--reset')).toBe('The demo data is loaded, relative to now.');
    const second = await caseIds();
    expect(second).toHaveLength(32);
    expect(first).not.toEqual(second);
  }, 30_000);

  test('does nothing on an unknown argument', async () => {
    await expect(run('--rest')).rejects.toThrow('Use: npm run demo');
  });

  test('does nothing in production', async () => {
    const oidc = {
      OIDC_ISSUER: 'https://id.example.se',
      OIDC_AUDIENCE: 'sig',
      OIDC_JWKS_URL: 'https://id.example.se/keys',
    };
    const production = config({ NODE_ENV: 'production', ...oidc });
    await expect(demoCommand(['--reset'], production, randomUUID)).rejects.toThrow('in development only');
  });
});
