import { randomUUID } from 'node:crypto';
import { openings } from '../../src/core/openings.js';
import { buildDemo } from '../../src/database/demo/build-demo.js';
import { loadDemo, resetDemo } from '../../src/database/demo/load-demo.js';
import { STORIES } from '../../src/database/demo/stories.js';
import { createSealer } from '../../src/database/encryption.js';
import { loadKeys, type Keys } from '../../src/database/keys.js';
import { withOwner } from '../../src/database/migrate.js';
import { CaseFile } from '../../src/modules/case/case-file.entity.js';
import { Opening } from '../../src/modules/consent/opening.entity.js';
import { PersonIdentity } from '../../src/modules/person/person-identity.entity.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { NOW } from './demo-world.js';

let database: TestDatabase;
let keys: Keys;
beforeAll(async () => {
  database = await createTestDatabase();
  keys = await loadKeys(database.dataDir);
});
afterAll(() => database.drop());

const options = () => ({ keys, now: NOW, newId: () => randomUUID() as string });

test('two processes that start together load it once', async () => {
  const loads = [1, 2].map(() => withOwner(database.login, (orm) => loadDemo(orm.em.fork(), options())));
  expect((await Promise.all(loads)).sort()).toEqual([false, true]);
});

test('the stored openings are the core’s own, as many and as they are', async () => {
  await withOwner(database.login, async (orm) => {
    const em = orm.em.fork();
    await resetDemo(em, options());
    const stored = await em.find(Opening, {});
    const cases = await em.find(CaseFile, {});
    expect(cases).toHaveLength(12);
    // Ids differ from load to load, so what is compared is how many cells each case has open and when.
    const built = buildDemo(STORIES, {
      now: NOW,
      newId: () => randomUUID(),
      newCaseKey: () => ({ wrapped: Buffer.alloc(1), seal: (plain) => Buffer.from(plain) }),
      identityHash: (number) => Buffer.from(number),
    }).municipalities.flatMap(({ cases: rows }) => rows);
    const byNumber = (numbers: readonly (readonly [string, readonly unknown[]])[]) =>
      numbers.map(([number, rows]) => `${number}: ${rows.length}`).sort();
    expect(byNumber(cases.map(({ id, number }) => [number, stored.filter(({ caseId }) => caseId === id)]))).toEqual(
      byNumber(built.map(({ caseFile, facts }) => [caseFile.number, openings(facts)])),
    );
  });
});

test('names open with the key of their case and no other', async () => {
  await withOwner(database.login, async (orm) => {
    const em = orm.em.fork();
    const sealer = createSealer(keys.master);
    const [alva, other] = await Promise.all(
      ['SIG-2026-011', 'SIG-2026-014'].map((number) => em.findOneOrFail(CaseFile, { number })),
    );
    if (alva === undefined || other === undefined) throw new Error('No such cases');
    const identity = await em.findOneOrFail(PersonIdentity, { caseId: alva.id, category: 'IDENTITY' });
    const place = { table: 'person_identity', column: 'given_name_sealed', rowId: identity.id };
    expect(sealer.open(sealer.unwrap(alva.wrappedKey, alva.id), identity.givenNameSealed, place)).toBe('Alva');
    expect(() => sealer.open(sealer.unwrap(other.wrappedKey, other.id), identity.givenNameSealed, place)).toThrow();
  });
});

test('a reset replaces everything', async () => {
  await withOwner(database.login, async (orm) => {
    const em = orm.em.fork();
    const first = async () => {
      const rows = await em.execute<{ cases: number; id: string }[]>(
        'select count(*)::int as cases, min(id::text) as id from sig.case_file',
      );
      return rows[0];
    };
    const before = await first();
    await resetDemo(em, options());
    const after = await first();
    expect([before?.cases, after?.cases]).toEqual([12, 12]);
    expect(after?.id).not.toBe(before?.id);
  });
});
