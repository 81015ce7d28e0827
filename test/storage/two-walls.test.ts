import type { CaseFacts } from '../../src/core/case-facts.js';
import { decide } from '../../src/core/decide.js';
import type { PieceFacts } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import { openPools, type Pools } from '../../src/storage/pools.js';
import { KIND_NUMBERS, KINDS_BY_HAND } from '../support/kinds-by-hand.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner, idsOf, viewing } from './viewing.js';

type StoredPiece = PieceFacts & { readonly id: string; readonly caseId: string; readonly pieceId: string };

/** Kinds whose pieces may be of any category. */
const FREE = 'SITUATION NOTE GOAL ACTION MAPPING OBJECTION EVALUATION AGENDA_ITEM MEETING_DECISION'.split(' ');
const numbersOf = (kinds: readonly string[]): string => kinds.map((kind) => KIND_NUMBERS.get(kind)).join();
const KIND_OF = new Map([...KIND_NUMBERS].map(([name, number]) => [number, name]));
const DAY = 86_400_000;

let database: TestDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await createTestDatabase({ demo: true });
  pools = openPools(database.login, { max: 1 });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await database.drop();
});

/** Everybody in the demo data who could ever ask, in every capacity. */
function viewers(): Promise<(readonly [string, string])[]> {
  return asOwner(database.login, async (client) => {
    const { rows } = await client.query<{ id: string; capacity: string }>(
      `select id, capacity from sig.role_term union all select id, kind from sig.person where kind <> 'OTHER_SUBJECT' order by id`,
    );
    return rows.map(({ id, capacity }) => [id, capacity] as const);
  });
}

/** Pieces, and the versions that changes of them left. */
async function storedPieces(table: 'piece' | 'piece_version'): Promise<StoredPiece[]> {
  return asOwner(database.login, async (client) => {
    const { rows } = await client.query<Omit<StoredPiece, 'kind'> & { readonly kind: number }>(
      `select id, case_id as "caseId", kind, holder_id as "holderId", category,
        subject_ids as "subjectIds", held_back as "heldBack", hidden_from_ids as "hiddenFromIds",
        (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", ${table === 'piece' ? 'id' : 'piece_id'} as "pieceId"
      from sig.${table}`,
    );
    return rows.map((row) => ({ ...row, kind: KIND_OF.get(row.kind) ?? 'none' }));
  });
}

/** Shifts the clock of all processes, and gives pieces other holders, categories, subjects, times and marks. */
async function shuffle(seed: number, days: number): Promise<void> {
  await asOwner(database.login, async (client) => {
    const roll = (salt: string, of: number) => `abs(hashtext(p.id::text || '${salt}${seed}')) % ${of}`;
    const someone = (salt: string) =>
      `array(select n.id from sig.person n where n.case_id = p.case_id and abs(hashtext(n.id::text || p.id::text || '${salt}${seed}')) % 5 = 0)`;
    await client.query('begin');
    await client.query('update sig.clock set offset_ms = $1', [days * DAY]);
    await client.query('delete from sig.protection');
    await client.query(
      `insert into sig.protection select gen_random_uuid(), p.case_id, p.id,
        case when ${roll('level', 2)} = 0 then 'CONFIDENTIALITY_MARKING' else 'PROTECTED_REGISTRATION' end,
        array(select m.role_term_id from sig.assignment m where m.case_id = p.case_id and ${roll('handler', 2)} = 0 limit 2),
        sig.now() - make_interval(days => 1000), case when ${roll('ended', 3)} = 0 then sig.now() - make_interval(days => 1) end, p.recorded_at
      from sig.person p where ${roll('protected', 2)} = 0`,
    );
    for (const table of ['piece', 'piece_version']) {
      await client.query(
        `update sig.${table} p set held_back = ${roll('held', 5)} = 0, hidden_from_ids = case when ${roll('hide', 3)} = 0 then ${someone('hidden')} else '{}' end,
          subject_ids = case when ${roll('subjects', 2)} = 0 then p.subject_ids else coalesce(nullif(${someone('subject')}, '{}'), p.subject_ids) end,
          recorded_at = p.recorded_at + make_interval(days => ${roll('time', 200)} - 100),
          category = case when p.kind not in (${numbersOf(FREE)}) or ${roll('category', 3)} > 0 or p.kind = ${numbersOf(['SITUATION'])} then p.category
            else (array['PLAN', 'FAMILY', 'LEISURE', 'CONTACT', 'OFFENDING'])[1 + ${roll('which', 5)}] end`,
      );
    }
    await client.query('commit');
  });
}

/** Reads every table as every viewer and holds it against the core; returns how many rows were seen and withheld. */
async function compare(): Promise<{ seen: number; withheld: number }> {
  const [pieces, versions] = await Promise.all([storedPieces('piece'), storedPieces('piece_version')]);
  expect(versions.length).toBeGreaterThan(100);
  const piecesOf = Map.groupBy([...pieces, ...versions], ({ caseId }) => caseId);
  const facts = new Map<string, CaseFacts>();
  const reads: { viewer: Viewer; at: number; known: Set<string>; selected: Set<string> }[] = [];
  for (const who of await viewers()) {
    await viewing(pools.reader, who, async (client, at, viewer) => {
      const { rows } = await client.query<{ facts: CaseFacts }>(
        'select facts from sig.case_facts(array(select id from sig.case_file))',
      );
      for (const row of rows) facts.set(row.facts.caseId, { ...row.facts, kinds: KINDS_BY_HAND });
      const known = new Set<string>(rows.map((row) => row.facts.caseId));
      const selected = new Set([...(await idsOf(client, 'piece')), ...(await idsOf(client, 'piece_version'))]);
      reads.push({ viewer, at, known, selected });
    }).catch((error: unknown) => {
      if (!(error instanceof Error && error.message.startsWith('No scope'))) throw error;
    });
  }
  expect(facts.size).toBe(32);
  const count = { seen: 0, withheld: 0 };
  const differences: object[] = [];
  for (const { viewer, at, known, selected } of reads) {
    for (const caseFacts of facts.values()) {
      const decision = decide(caseFacts, viewer, at);
      const { caseId } = caseFacts;
      if (decision.knowsCase !== known.has(caseId)) differences.push({ viewer, caseId, core: decision.knowsCase });
      const opened = new Set<string>();
      // Pieces come before their versions, each of which is open only where its piece is.
      for (const piece of piecesOf.get(caseId) ?? []) {
        const open = decision.piece(piece).open && (piece.pieceId === piece.id || opened.has(piece.pieceId));
        if (open) opened.add(piece.id);
        count[open ? 'seen' : 'withheld'] += 1;
        if (open !== selected.has(piece.id)) differences.push({ viewer, piece, core: open });
      }
    }
  }
  expect(differences.slice(0, 3)).toEqual([]);
  return count;
}

test('the database selects exactly what the core opens, for everybody in the demo data', async () => {
  const { seen, withheld } = await compare();
  expect(seen).toBeGreaterThan(200);
  expect(withheld).toBeGreaterThan(200);
}, 60_000);

test.each([
  [1, 0],
  [2, 0],
  [3, 20],
  [4, 90],
  [5, 300],
  [6, 1500],
])(
  'it does so with the pieces shuffled (seed %i), %i days on',
  async (seed, days) => {
    await shuffle(seed, days);
    const { withheld } = await compare();
    expect(withheld).toBeGreaterThan(200);
  },
  60_000,
);
