import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { MODEL } from '../../src/data-model.js';
import { BoundedCache } from '../../src/access/bounded-cache.js';
import { caseTarget } from '../../src/access/case-target.js';
import { newPiece } from '../../src/access/command-piece.js';
import { DecisionCache } from '../../src/access/decision-cache.js';
import { createScopeFactory } from '../../src/access/scope-factory.js';
import type { ScopeFactory } from '../../src/access/scope-factory.js';
import { orNull, plain, sealed, TEXT } from '../../src/access/field-type.js';
import { Kinds } from '../../src/access/kinds.js';
import type { Credentials } from '../../src/access/known-viewer.js';
import { pieceKind } from '../../src/access/piece-kind.js';
import type { Registers } from '../../src/access/registers.js';
import { decide } from '../../src/core/decide.js';
import type { AgencyId, CaseId } from '../../src/core/ids.js';
import { createSealer } from '../../src/crypto/encryption.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { UnwrappedKeys } from '../../src/access/unwrapped-keys.js';
import { migrate } from '../../src/storage/migrate.js';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { openUnitsOfWork } from '../../src/storage/unit-of-work.js';
import type { UnitsOfWork } from '../../src/storage/unit-of-work.js';
import { needing } from '../../src/graphql/operation-plan.js';
import { KINDS } from '../../src/features/kinds.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { GONE, KIND_NUMBERS, KINDS_BY_HAND } from '../support/kinds-by-hand.js';

/** A kind that no noun declares: nothing else in the server knows of it. */
const HOBBY = pieceKind({
  number: 32_000,
  name: 'HOBBY',
  fields: { what: sealed(TEXT), since: orNull(plain(TEXT, 'so that something is in the open')) },
  categories: ['LEISURE'],
  shownAs: { Hobby: { heldBy: 'EVERYONE' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
});

let database: TestDatabase;
let owner: pg.Client;
let pools: Pools;
let unitsOfWork: UnitsOfWork;
let scopes: ScopeFactory;
let caseId: CaseId;
const mismatches: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ demo: true });
  const kinds = new Kinds([...KINDS.all, HOBBY]);
  await migrate(database.login, { ...MODEL, kinds: kinds.all });
  owner = new pg.Client(database.login);
  await owner.connect();
  pools = openPools(database.login);
  unitsOfWork = await openUnitsOfWork(database.login, MODEL);
  const sealer = createSealer((await loadKeys(database.dataDir)).master);
  const reading = {
    ...{ cache: new DecisionCache(decide), registers: new BoundedCache<string, Registers>(10), kinds },
    ...{ sealer, unwrapped: new UnwrappedKeys(sealer) },
    ...{ rulesOf: () => new Map(), newId: randomUUID, onPolicyMismatch: (kind: string) => void mismatches.push(kind) },
  };
  const commands = {
    ...reading,
    decide,
    identityHash: () => Buffer.alloc(0),
    unitsOfWork,
    onCommitted: () => undefined,
  };
  scopes = createScopeFactory(pools, { ...reading, commands });
  const { rows } = await owner.query<{
    id: CaseId;
  }>(`select c.id from sig.case_file c where c.status = 'ACTIVE' and 2 = (select count(distinct t.profession) from sig.assignment a
      join sig.role_term t on t.id = a.role_term_id where a.case_id = c.id and t.profession in ('LEISURE_LEADER', 'POLICE_OFFICER'))
      order by c.number limit 1`);
  caseId = rows[0]!.id;
});
afterAll(async () => {
  await unitsOfWork.end();
  await pools.end();
  await owner.end();
  await database.drop();
});

/** Somebody who is assigned to the case, by profession. */
async function assigned(profession: string): Promise<Credentials & { readonly agencyId: AgencyId }> {
  const { rows } = await owner.query<{ id: string; capacity: 'PROFESSIONAL' | 'COORDINATOR'; agency: AgencyId }>(
    `select t.id, t.capacity, t.agency_id as agency from sig.role_term t join sig.assignment a on a.role_term_id = t.id
      where a.case_id = $1 and t.profession = $2 and a.valid_until is null limit 1`,
    [caseId, profession],
  );
  return { subjectId: rows[0]!.id, capacity: rows[0]!.capacity, agencyId: rows[0]!.agency };
}

/** What somebody sees of the kind, recorded as read. */
async function seenBy(who: Credentials): Promise<string[]> {
  const scope = await scopes.openScope(who);
  const loaded = await scope!.load(caseId, needing(HOBBY));
  const open = loaded?.open(HOBBY) ?? [];
  for (const { entry } of open) scope!.log.add(entry);
  await scope!.finish(randomUUID());
  return open.map(({ what }) => what);
}

test('what is declared is what was written down by hand, in the core, in the register and by number', async () => {
  expect(KINDS.rules).toEqual(KINDS_BY_HAND);
  expect(new Map(KINDS.all.map(({ name, number }) => [name, number]))).toEqual(KIND_NUMBERS);
  expect(GONE.filter((number) => KINDS.all.some((kind) => kind.number === number))).toEqual([]);
  const { rows } = await owner.query<{ name: string; number: number; flags: object }>(
    `select name, number, jsonb_build_object('tellsPlace', tells_place, 'familyReads', case when by_category then 'BY_CATEGORY' else 'ALWAYS' end,
        'namesGuardian', names_guardian, 'coordinatorOnly', coordinator_only) as flags from sig.piece_kind where name <> 'HOBBY'`,
  );
  expect(new Map(rows.map(({ name, number }) => [name, number]))).toEqual(KIND_NUMBERS);
  for (const { name, flags } of rows) expect({ name, ...KINDS_BY_HAND[name] }).toMatchObject({ name, ...flags });
});

test('the number of a kind is never given to another one', async () => {
  const taken = pieceKind({ ...HOBBY, name: 'PASTIME' });
  await expect(migrate(database.login, { ...MODEL, kinds: [...KINDS.all, taken] })).rejects.toThrow(/HOBBY/);
});

test('a kind that is declared is held by both layers, told, recorded and destroyed, with nothing else written for it', async () => {
  const leader = await assigned('LEISURE_LEADER');
  const police = await assigned('POLICE_OFFICER');
  const request = {
    operation: 'addHobby',
    act: 'WRITE_PIECE',
    requestId: randomUUID(),
    target: caseId,
    input: {},
  } as const;
  const { hobbyId } = await scopes.changing(leader).runCommand(caseTarget(request), request, async (scope) => {
    const piece = newPiece(scope, leader.agencyId, 'LEISURE');
    await scope.pieces.add(HOBBY, piece, { what: 'Schack på biblioteket' });
    scope.changed({ kind: HOBBY.told, ids: [piece.id] });
    return { caseId, hobbyId: piece.id };
  });
  expect(await seenBy(leader)).toEqual(['Schack på biblioteket']);
  const openTo = async (who: Credentials): Promise<number> => {
    const scope = await scopes.openScope(who);
    const rows = await scope!.query<{ id: string }>(
      { name: 'hobby_by_sql', text: 'select id from sig.piece where kind = $1' },
      [HOBBY.number],
    );
    await scope!.abandon();
    return rows.length;
  };
  expect([await openTo(leader), (await seenBy(police)).length]).toEqual([1, await openTo(police)]);
  const hold = { ...request, operation: 'holdHobby', requestId: randomUUID() };
  await scopes.changing(leader).runCommand(caseTarget(hold), hold, async (scope) => {
    const piece = (await scope.pieces.findAny(hobbyId))!;
    await scope.pieces.hold(piece, { heldBack: true, hiddenFromIds: [] }, 'HELD_BACK');
    return { caseId };
  });
  expect([await seenBy(police), await openTo(police), (await seenBy(leader)).length]).toEqual([[], 0, 1]);
  expect(mismatches).toEqual([]);

  const of = async (text: string): Promise<unknown> =>
    (await owner.query<{ found: unknown }>(text, [caseId])).rows[0]?.found;
  expect(await of(`select ids as found from sig.outbox where case_id = $1 order by case_seq desc limit 1`)).toEqual([
    hobbyId,
  ]);
  expect(await of(`select max(cause) as found from sig.piece_version where case_id = $1 and kind = 32000`)).toBe(
    'HELD_BACK',
  );
  expect(
    await of(`select count(*)::int as found from sig.access_record, jsonb_array_elements(entries) e
      where case_id = $1 and e ->> 'category' = 'LEISURE' and e ->> 'holderId' = '${leader.agencyId}'`),
  ).toBeGreaterThan(1);
  const sealedText = await of('select sealed as found from sig.piece where case_id = $1 and kind = 32000');
  expect((sealedText as Buffer).includes(Buffer.from('Schack'))).toBe(false);

  // What goes takes its versions with it.
  await owner.query('delete from sig.piece where case_id = $1 and id = $2', [caseId, hobbyId]);
  expect(await of('select count(*)::int as found from sig.piece_version where case_id = $1 and kind = 32000')).toBe(0);
  expect(await seenBy(leader)).toEqual([]);
});
