import pg from 'pg';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { startDatabaseProxy } from '../support/database-proxy.js';
import type { DatabaseProxy } from '../support/database-proxy.js';
import { CASE_FIELDS } from '../support/documents.js';

const DOCUMENT = `{ cases(first: 2) { totalCount edges { node { ${CASE_FIELDS} accessRecords { edges { cursor } } consents { id purpose } } } } }`;

/** Every step of reading that waits for the database goes by here: begin, scope, facts, each section, record and commit. */
let proxy: DatabaseProxy;
let app: TestApp;
let administrator: pg.Client;
beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  proxy = await startDatabaseProxy(database, 'sig_reader');
  app = await startTestApp({ database: proxy.database, sealing: () => () => undefined });
  administrator = new pg.Client(database.login);
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await app.stopServer();
  await proxy.stop();
  await proxy.database.drop();
});

const records = async (): Promise<number> => {
  const { rows } = await administrator.query<{ count: number }>('select count(*)::int as count from sig.access_record');
  return rows[0]?.count ?? -1;
};

test.each([
  ['PROFESSIONAL', 'BEFORE'],
  ['COORDINATOR', 'AFTER'],
  ['YOUNG_PERSON', 'BEFORE'],
  ['GUARDIAN', 'AFTER'],
] as const)(
  'a connection of a %s lost at any awaited step, %s it was answered, discloses nothing',
  async (capacity, when) => {
    const { token } = app.persona({ capacity });
    proxy.begin(null);
    // Asked before, so that registers and facts are in memory each time.
    await app.ask(token, DOCUMENT);
    proxy.begin(null);
    const whole = await app.ask(token, DOCUMENT);
    expect(whole.errors).toBeUndefined();
    const steps = proxy.sent;
    expect(steps).toBeGreaterThan(6);
    const before = await records();
    for (let at = 1; at <= steps; at++) {
      proxy.begin({ at, when });
      const { data, errors, text } = await app.ask(token, DOCUMENT);
      expect([at, (data as unknown) ?? null, errors?.[0]?.extensions.code]).toEqual([at, null, 'INTERNAL']);
      expect(text.length).toBeLessThan(whole.text.length / 4);
    }
    proxy.begin(null);
    // The record and the commit leave together: only whoever loses the answer to one of the two cannot know that the record was kept;
    // then it says too much, never too little.
    const kept = (await records()) - before;
    expect(kept > 0).toBe(when === 'AFTER');
    const last = await app.ask(token, DOCUMENT);
    expect(last.text).toBe(whole.text);
    const ofOneRead = (await records()) - before - kept;
    expect(ofOneRead).toBeGreaterThan(0);
    expect([0, ofOneRead, 2 * ofOneRead]).toContain(kept);
  },
  120_000,
);
