import pg from 'pg';
import type { Decide, Decision } from '../../src/core/decision.js';
import { decide } from '../../src/core/decide.js';
import { createTestDatabase } from '../support/database.js';
import { FULL_LIST } from '../support/documents.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

/** A decision that withholds nothing: what is still closed then, the database alone keeps closed. */
const everythingOpen: Decide = (facts, viewer, at): Decision => {
  const open = { open: true, basis: { kind: 'OWN_AGENCY' }, until: null } as const;
  return {
    ...decide(facts, viewer, at),
    knowsCase: true,
    cell: () => open,
    piece: () => open,
    rule: () => open,
    participant: () => open,
    changesAt: null,
  };
};

const WORKERS = ['COORDINATOR', 'SOCIAL_WORKER', 'COUNSELLOR', 'LEISURE_LEADER', 'POLICE_OFFICER', 'PRINCIPAL'];
const withConsents = FULL_LIST.replace('access {', 'consents { id } access {');

interface List {
  cases: { edges: { node: Record<string, unknown> }[] };
}

/** Viewer, case number and field → what was shown, as text: what differs is named in a line, not in a diff of everything. */
async function answersOf(app: TestApp): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const asked = app.personas.filter(
    ({ profession, capacity }) =>
      WORKERS.includes(profession ?? '') || capacity === 'YOUNG_PERSON' || capacity === 'GUARDIAN',
  );
  for (const { name, token } of asked) {
    const { data, errors } = await app.ask<List>(token, withConsents);
    expect(errors).toBeUndefined();
    for (const { node } of data.cases.edges) {
      for (const [field, value] of Object.entries(node)) {
        if (field !== 'access') answers.set(`${name} ${String(node['number'])} ${field}`, JSON.stringify(value ?? []));
      }
    }
  }
  return answers;
}

function differences(expected: Map<string, string>, found: Map<string, string>): string[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])];
  return keys
    .filter((key) => expected.get(key) !== found.get(key))
    .map((key) => `${key}: ${found.get(key)?.slice(0, 300)} instead of ${expected.get(key)?.slice(0, 300)}`);
}

it('needs only one of its two walls to keep what both keep', async () => {
  const database = await createTestDatabase({ demo: true });
  const drop = database.drop;
  const kept = { ...database, drop: () => Promise.resolve() };
  const both = await startTestApp({ database: kept });
  const expected = await answersOf(both);
  await both.stop();
  expect(expected.size).toBeGreaterThan(500);

  const databaseAlone = await startTestApp({ database: kept, decide: everythingOpen });
  const fromDatabase = await answersOf(databaseAlone);
  await databaseAlone.stop();
  expect(differences(expected, fromDatabase)).toEqual([]);

  const owner = new pg.Client(database.login);
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'sig' and rowsecurity`,
  );
  expect(rows.length).toBeGreaterThan(15);
  for (const { name } of rows) await owner.query(`alter table ${name} disable row level security`);
  await owner.end();
  const decisionAlone = await startTestApp({ database: kept });
  const fromDecision = await answersOf(decisionAlone);
  await decisionAlone.stop();
  expect(differences(expected, fromDecision)).toEqual([]);
  await drop();
  // Three servers, each asked by everybody: more than the usual limit on a loaded machine.
}, 120_000);
