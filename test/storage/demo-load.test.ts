import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MODEL } from '../../src/data-model.js';
import { openingRows } from '../../src/access/opening-projection.js';
import { partOf } from '../../src/access/piece-keys.js';
import { openSealed } from '../../src/access/stored-row.js';
import type { CaseFacts } from '../../src/core/case-facts.js';
import { expandForm } from '../../src/core/consent-form.js';
import { whoMayState } from '../../src/core/rules/who-may-state.js';
import { subjectOf } from '../../src/core/subject.js';
import { caseFacts } from '../../src/demo/facts.js';
import { EMPTIED, loadDemo, resetDemo } from '../../src/demo/load-demo.js';
import { createSealer } from '../../src/crypto/encryption.js';
import { loadKeys, type Keys } from '../../src/crypto/keys.js';
import { withOwner } from '../../src/storage/migrate.js';
import { PieceKeyEntity } from '../../src/storage/piece-key.entity.js';
import { PieceEntity } from '../../src/storage/piece.entity.js';
import { Agency } from '../../src/features/agency/agency.entity.js';
import { RoleTerm } from '../../src/features/agency/role-term.entity.js';
import { RulePackVersion } from '../../src/features/agency/rule-pack.entity.js';
import { Assignment } from '../../src/features/case/assignment.entity.js';
import { CaseFile } from '../../src/features/case/case-file.entity.js';
import { Block } from '../../src/features/consent/block.entity.js';
import { ConsentStatement } from '../../src/features/consent/consent-statement.entity.js';
import { Custody } from '../../src/features/person/custody.entity.js';
import { IDENTITY } from '../../src/features/person/identity.piece.js';
import { Person } from '../../src/features/person/person.entity.js';
import { Protection } from '../../src/features/person/protection.entity.js';
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
  const loads = [1, 2].map(() => withOwner(database.login, MODEL, (orm) => loadDemo(orm.em.fork(), options())));
  expect((await Promise.all(loads)).sort()).toEqual([false, true]);
});

test('the stored openings are what the core makes of the stored facts', async () => {
  await withOwner(database.login, MODEL, async (orm) => {
    const em = orm.em.fork();
    await resetDemo(em, options());
    const counts: number[] = [];
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
      const stored = await storedOpenings(em, caseFile.id, 'select * from sig.opening o where o.case_id = ?');
      const right = await storedOpenings(
        em,
        JSON.stringify(openingRows(facts, NOW)),
        'select * from jsonb_populate_recordset(null::sig.opening, ?::jsonb) o',
      );
      expect(inAnyOrder(stored)).toEqual(inAnyOrder(right));
      // What has ended is in no row any more, and was there.
      const everOpen = openingRows(facts, -Infinity).length > 0;
      expect(everOpen).toBe(['ACTIVE', 'CLOSED'].includes(caseFile.status));
      // A form opens hundreds of cells, and writes few sets of them, whatever was said before.
      expect(stored.length).toBeLessThanOrEqual(10);
      const before = openingRows(facts, NOW).map((row) => JSON.stringify(row));
      const written = openingRows(withForm(facts), NOW).filter((row) => !before.includes(JSON.stringify(row)));
      counts.push(written.length);
    }
    // One case has seven sets that no fewer could name, now and again from the 18th birthday on: a holder that blocks one
    // cell, and a withdrawal of all that goes to and comes from one agency.
    expect(counts.filter((count) => count > 10)).toEqual([14]);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});

/** All who may speak about the young person say yes to everything between all agencies. */
function withForm(facts: CaseFacts): CaseFacts {
  const young = subjectOf(facts, facts.youngPersonId);
  const grants = expandForm({ talkOpenly: facts.agencies.map(({ id }) => id) }, facts.agencies);
  const said = (young === null ? [] : whoMayState(young, NOW)).map((signerId, index) => ({
    ...{ sequence: facts.ledger.length + 1 + index, subjectId: facts.youngPersonId, signerId, grants },
    ...{ decision: 'GRANTED' as const, appliesFrom: NOW, until: null, dataPeriods: null, recordedAt: NOW },
  }));
  return { ...facts, ledger: [...facts.ledger, ...said] };
}

/** As the database itself writes them. */
function storedOpenings(em: EntityManager, value: string, rows: string): Promise<object[]> {
  return em.execute<object[]>(`select to_jsonb(o) as row from (${rows}) o`, [value]);
}

/** Each row as text with its keys in order, then the rows in order. */
function inAnyOrder(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

test('names open with the key of what their holder holds in their case, and with no other', async () => {
  await withOwner(database.login, MODEL, async (orm) => {
    const em = orm.em.fork();
    const sealer = createSealer(keys.master);
    const [alva, other] = await Promise.all(
      ['SIG-2026-011', 'SIG-2026-014'].map((number) => em.findOneOrFail(CaseFile, { number })),
    );
    if (alva === undefined || other === undefined) throw new Error('No such cases');
    const identity = await em.findOneOrFail(PieceEntity, {
      caseId: alva.id,
      kind: IDENTITY.number,
      category: 'IDENTITY',
    });
    const wrapped = await em.find(PieceKeyEntity, { caseId: { $in: [alva.id, other.id] } });
    const opened = [
      ...wrapped.map(({ caseId, holderId, wrappedKey }) => sealer.unwrap(wrappedKey, partOf(caseId, holderId))),
      ...[alva, other].map(({ id, wrappedKey }) => sealer.unwrap(wrappedKey, id)),
    ].map((key) => {
      try {
        return openSealed(sealer, key, IDENTITY, identity)['givenName'];
      } catch {
        return null;
      }
    });
    expect(opened.length).toBeGreaterThan(8);
    expect(opened.filter((name) => name !== null)).toEqual(['Alva']);
    const own = wrapped.find(({ caseId, holderId }) => caseId === alva.id && holderId === identity.holderId);
    expect(opened[wrapped.indexOf(own!)]).toBe('Alva');
  });
});

test('a reset replaces everything', async () => {
  await withOwner(database.login, MODEL, async (orm) => {
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

/** The server's own, which goes on: time, schema, kinds, how far changes were numbered and told, and what a commit still checks. */
const KEPT = ['clock', 'migration', 'notifier', 'opening_unchecked', 'piece_kind', 'piece_kind_parent', 'stream'];

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
