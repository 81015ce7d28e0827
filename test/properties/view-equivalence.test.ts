import fc from 'fast-check';
import { decide } from '../../src/core/decide.js';
import type { PersonId } from '../../src/core/ids.js';
import { KINDS } from '../../src/features/kinds.js';
import type { Answer } from '../support/app.js';
import { pick, randomDocument, randomOf } from '../support/random-document.js';
import { readsCopy } from '../support/stored-disclosures.js';
import { addressOf, withheldErrands } from '../support/stored-viewers.js';
import { canary } from '../support/stored-format.js';
import { secretsOf } from '../support/stored-values.js';
import { idsOf, likelyReaders, rowsOf, statementId } from '../support/stored-world.js';
import { moment, storedWorlds } from '../support/stored-worlds.js';
import { destroyWithheld, withheldPieces } from '../support/withheld-rows.js';
import { startWorldApp } from '../support/world-app.js';
import type { WorldApp } from '../support/world-app.js';
import { CASE } from '../support/world-cast.js';
import { atLeast, atLength, rounds } from './at-length.js';

const WORLDS = rounds(75);

let app: WorldApp;
const logged: string[] = [];
beforeAll(async () => {
  app = await startWorldApp({ config: { logLevel: 'trace' }, logTo: { write: (line) => void logged.push(line) } });
}, 60_000);
afterAll(() => app.close());

/** All pages of a list, one after the other, as text; the list is asked for by `query` with `$after`. */
async function everyPage(token: string, field: string): Promise<string> {
  const query = `query ($id: ID!, $after: Cursor) { case(id: $id) { page: ${field}(first: 1, after: $after) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }`;
  interface Page {
    case: { page: { pageInfo: { hasNextPage: boolean; endCursor: string } } } | null;
  }
  let text = '';
  for (let after: string | null = null, more = true; more;) {
    const answer: Answer<Page> = await app.app.ask<Page>(token, query, { id: CASE, after });
    text += answer.text;
    const page: NonNullable<Page['case']>['page'] | undefined = answer.data.case?.page;
    more = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
  }
  return text;
}

test('a world has a marked value in every sealed column there is, and in every sealed text of every kind of piece', async () => {
  const { rows: columns } = await app.superuser.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'sig' and column_name ~ '(^|_)sealed$' order by name`,
  );
  const marked = new Set<string>();
  for (const world of fc.sample(storedWorlds, { numRuns: 80, seed: 4 })) {
    for (const [table, rows] of Object.entries(rowsOf(world, 0, app.storing)))
      for (const row of rows)
        for (const [column, value] of Object.entries(row)) if (value !== null) marked.add(`${table}.${column}`);
  }
  expect(columns.length).toBeGreaterThan(10);
  expect(columns.filter(({ name }) => !marked.has(name))).toEqual([]);
  for (const { name, fields, sealedFields } of KINDS.all) {
    const texts = sealedFields.filter((field) => ['text', 'json'].includes(fields[field]?.type.name ?? ''));
    const secrets = Object.entries(secretsOf(name, 'canary'));
    expect(secrets.filter(([, value]) => JSON.stringify(value).includes('canary')).map(([field]) => field)).toEqual(
      texts,
    );
  }
});

test(
  'an answer is the same, byte for byte, when everything withheld from the viewer is destroyed',
  async () => {
    const count = { withheld: 0, shown: 0, copies: 0, faults: 0, notices: 0, addresses: 0 };
    await fc.assert(
      fc.asyncProperty(storedWorlds, moment, fc.integer(), async (world, at, seed) => {
        const random = randomOf(seed);
        const { viewer, subjectId } = pick(random, likelyReaders(world, at, random));
        const token = await app.tokenOf(viewer, subjectId);
        const pieces = [...world.pieces, ...world.versions].map(({ id }) => id);
        const wanted = {
          schema: app.schema,
          caseId: CASE,
          ids: idsOf(world),
          words: ['SIG', 'canary', ...pieces.map(canary)],
        };
        const documents = Array.from({ length: 2 }, () => randomDocument(random, wanted));
        const ask = async (): Promise<string[]> => [
          ...(await Promise.all(documents.map(async (document) => (await app.app.ask(token, document)).text))),
          await everyPage(token, pick(randomOf(seed), ['notes', 'meetings'])),
        ];

        await app.store(world, at);
        const whole = await ask();
        const withheld = withheldPieces(world, viewer, at);
        await destroyWithheld(app, world, viewer, at);
        await app.superuser.query('delete from sig.access_record');
        const reduced = await ask();

        const differs = whole.findIndex((text, index) => text !== reduced[index]);
        if (differs >= 0) throw new Error(`${documents[differs] ?? 'pages'}\n${whole[differs]}\n${reduced[differs]}`);
        for (const { id } of withheld) {
          // A word that was searched for is no answer; nothing else may hold what is withheld.
          if (whole.some((text) => text.includes(canary(id)))) throw new Error(`${id} is shown to ${viewer.capacity}`);
        }
        for (const disclosure of world.disclosures) {
          if (readsCopy(disclosure, world.facts, viewer, at)) continue;
          if (whole.some((text) => text.includes(canary(disclosure.copyId)))) throw new Error('A copy is shown');
        }
        const errands = withheldErrands(world, viewer, at);
        const others = errands['mail_address'] ?? [];
        const words = errands['steering_meeting'] ?? [];
        const { ledger, blocks } = world.facts;
        const decision = decide(world.facts, viewer, at);
        const isUntold = ({ subjectId }: { subjectId: PersonId }): boolean =>
          !decision.rule('consentDetails', subjectId).open;
        const details = [
          ...ledger.filter(isUntold).map(({ sequence }) => statementId(sequence)),
          ...blocks.filter(isUntold).map(({ id }) => id),
        ];
        for (const id of [...others.map(addressOf), ...[...words, ...details].map(canary)]) {
          if (whole.some((text) => text.includes(id))) throw new Error(`${id} is shown to ${viewer.capacity}`);
        }
        count.notices += whole.filter((text) => text.includes('"Notification"')).length;
        count.addresses += whole.filter((text) => text.includes('@example.test')).length;
        count.copies += whole.filter((text) => /canary0/.test(text)).length;
        count.withheld += withheld.length;
        count.shown += whole.filter((text) => text.includes('canary')).length;
        // A document that is refused, or that breaks, shows nothing either way and so proves nothing.
        count.faults += whole.filter((text) => /"code":"(INTERNAL|LIMIT_EXCEEDED|GRAPHQL_\w+)"/.test(text)).length;
      }),
      // A failing world tells its seed; making it smaller would take minutes.
      { numRuns: WORLDS, endOnFailure: true },
    );
    expect(count.faults).toBe(0);
    expect(count.withheld).toBeGreaterThanOrEqual(atLeast(1, WORLDS));
    expect(count.shown).toBeGreaterThanOrEqual(atLeast(1 / 10, WORLDS));
    const { copies, notices, addresses } = count;
    for (const seen of [copies, notices, addresses]) expect(seen).toBeGreaterThanOrEqual(atLeast(1 / 60, WORLDS));
    const said = [...logged, await (await fetch(`${app.app.url}/metrics`)).text()].join('\n');
    expect(said).not.toMatch(/canary\d/);
    expect(said).not.toContain('sig_wall_disagreements_total{');
  },
  atLength(180_000),
);
