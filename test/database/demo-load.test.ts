import { randomUUID } from 'node:crypto';
import { openings } from '../../src/core/openings.js';
import { caseFacts } from '../../src/database/demo/facts.js';
import { EMPTIED, loadDemo, resetDemo } from '../../src/database/demo/load-demo.js';
import { createSealer } from '../../src/database/encryption.js';
import { loadKeys, type Keys } from '../../src/database/keys.js';
import { withOwner } from '../../src/database/migrate.js';
import { Agency } from '../../src/modules/agency/agency.entity.js';
import { RoleTerm } from '../../src/modules/agency/role-term.entity.js';
import { RulePackVersion } from '../../src/modules/agency/rule-pack.entity.js';
import { Assignment } from '../../src/modules/case/assignment.entity.js';
import { CaseFile } from '../../src/modules/case/case-file.entity.js';
import { Block } from '../../src/modules/consent/block.entity.js';
import { ConsentStatement } from '../../src/modules/consent/consent-statement.entity.js';
import { Opening } from '../../src/modules/consent/opening.entity.js';
import { Custody } from '../../src/modules/person/custody.entity.js';
import { PersonIdentity } from '../../src/modules/person/person-identity.entity.js';
import { Person } from '../../src/modules/person/person.entity.js';
import { Protection } from '../../src/modules/person/protection.entity.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { NOW } from './demo-world.js';
import { asOwner } from './viewing.js';

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

test('the stored openings are what the core makes of the stored facts', async () => {
  await withOwner(database.login, async (orm) => {
    const em = orm.em.fork();
    await resetDemo(em, options());
    const cases = await em.find(CaseFile, {});
    expect(cases).toHaveLength(32);
    for (const caseFile of cases) {
      const ofCase = { caseId: caseFile.id };
      const here = { municipalityId: caseFile.municipalityId };
      const facts = caseFacts(
        {
          agencies: await em.find(Agency, here),
          roleTerms: await em.find(RoleTerm, here),
          rulePack: await em.findOneOrFail(RulePackVersion, here),
        },
        {
          caseFile,
          persons: await em.find(Person, ofCase),
          custody: await em.find(Custody, ofCase),
          protections: await em.find(Protection, ofCase),
          assignments: await em.find(Assignment, ofCase),
          statements: await em.find(ConsentStatement, ofCase, { orderBy: { sequence: 'asc' } }),
          blocks: await em.find(Block, ofCase),
        },
      );
      const stored = await em.find(Opening, ofCase);
      const told = stored.map(({ valid, caseId: _caseId, ...cell }) => ({ ...cell, ...valid }));
      expect(inAnyOrder(told)).toEqual(inAnyOrder(openings(facts)));
      expect(stored.length > 0).toBe(['ACTIVE', 'CLOSED'].includes(caseFile.status));
    }
  });
});

/** Each row as text with its keys in order, then the rows in order. */
function inAnyOrder(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

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
    expect([before?.cases, after?.cases]).toEqual([32, 32]);
    expect(after?.id).not.toBe(before?.id);
  });
});

/** The server's own, which goes on: time, schema, how far changes were numbered and told, and what a commit still checks. */
const KEPT = ['clock', 'migration', 'notifier', 'opening_unchecked', 'stream'];

test('loading it again empties every table but those of the server itself', async () => {
  const { rows } = await asOwner(database.login, (client) =>
    client.query<{ name: string }>(
      `
      with recursive emptied(id) as (
        select unnest($1::regclass[])
        union select conrelid from pg_constraint join emptied on confrelid = id where contype = 'f')
      select relname as name from pg_class
      where relnamespace = 'sig'::regnamespace and relkind in ('r', 'p') and oid not in (select id::oid from emptied)
      order by relname`,
      [EMPTIED],
    ),
  );
  expect(rows.map(({ name }) => name)).toEqual(KEPT);
});
