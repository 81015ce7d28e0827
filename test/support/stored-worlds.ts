import fc from 'fast-check';
import pg from 'pg';
import { partOf } from '../../src/access/piece-keys.js';
import type { Instant } from '../../src/core/period.js';
import type { PieceFacts } from '../../src/core/piece.js';
import { createSealer } from '../../src/crypto/encryption.js';
import { steeringMinutes } from '../../src/crypto/sealed-text.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { addressBook } from '../../src/notification/mail.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { KIND_NAMES, KINDS_BY_HAND } from './kinds-by-hand.js';
import { storable } from './storable.js';
import { storeWorld } from './stored-world.js';
import type { StoredWorld, Storing } from './stored-format.js';
import { AGENCIES, CASE, MOMENTS } from './world-cast.js';
import { worlds } from './worlds.js';
import type { World } from './worlds.js';

/** Two worlds in the facts of one: twice as many pieces as the core alone needs, since a world costs more to store than a piece. */
const twice: fc.Arbitrary<World> = fc
  .tuple(worlds, worlds)
  .filter(([, other]) => other.pieces.length > 0)
  .map(([world, other]) => ({
    ...{ ...world, pieces: [...world.pieces, ...other.pieces], versions: [...world.versions, ...other.versions] },
  }));
const MOST_PIECES = 16;

const PLACES = KIND_NAMES.filter((kind) => KINDS_BY_HAND[kind]?.tellsPlace);
/** Those that tell where somebody is oftener than the others: much has to coincide for a protection to matter. */
const anyKind = fc.constantFrom(...KIND_NAMES, ...PLACES, ...PLACES);

/**
 * For the two layers alone: pieces of every kind, in any category, as they judge by what a row bears and by the register of
 * kinds and nothing else.
 */
export const smallStoredWorlds: fc.Arbitrary<StoredWorld> = fc
  .tuple(twice, fc.array(anyKind, { minLength: MOST_PIECES, maxLength: MOST_PIECES }))
  .map(([world, kinds]) => {
    const pieces = world.pieces.map((piece, index) => ({ ...piece, kind: kinds[index] ?? piece.kind }));
    return storable({ ...world, pieces }, pieces[0] as PieceFacts, { shown: false });
  });

/** For the API: a list has something to withhold and something to show. */
export const storedWorlds: fc.Arbitrary<StoredWorld> = twice.map((world) =>
  storable(world, world.pieces.at(-1) as PieceFacts, { shown: true }),
);

export const moment: fc.Arbitrary<Instant> = fc.constantFrom(...MOMENTS);

/** A moment of a world: as often as not one at which something of its own begins or ends. */
export function momentOf({ facts }: StoredWorld, chance: number): Instant {
  const instants = [
    facts.assignments.map(({ period }) => period),
    facts.protections.map(({ period }) => period),
    facts.blocks.map(({ period }) => period),
    facts.ledger.map(({ appliesFrom, until }) => ({ from: appliesFrom, until })),
  ].map((periods) => periods.flatMap(({ from, until }) => [from, until]).filter((at) => at !== null && at > 0));
  const own = instants.filter((kind) => kind.length > 0)[(chance >> 1) % 4] as Instant[] | undefined;
  const from = own === undefined || chance % 2 === 0 ? MOMENTS : own;
  return from[Math.floor(chance / 8) % from.length] as Instant;
}

/** One database that holds one world after the other. */
export interface WorldStore {
  readonly database: TestDatabase;
  /** May do everything; foreign keys and other triggers are off on this connection. */
  readonly superuser: pg.Client;
  readonly storing: Storing;
  store(world: StoredWorld, at: Instant): Promise<void>;
  close(): Promise<void>;
}

export async function createWorldStore(): Promise<WorldStore> {
  const database = await createTestDatabase();
  const { master } = await loadKeys(database.dataDir);
  const sealer = createSealer(master);
  const addresses = addressBook(sealer, master, null);
  const parts = new Map(AGENCIES.map((id) => [id as string, sealer.newCaseKey(partOf(CASE, id))]));
  const storing: Storing = {
    ...{ sealer, ...sealer.newCaseKey(CASE), addresses },
    keyOf: (holderId) => parts.get(holderId) ?? noPart(holderId),
    minutes: steeringMinutes(sealer, master),
  };
  const superuser = new pg.Client({
    ...database.login,
    options: '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan',
  });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  // Long before any moment of a world: reads happen at the newest instant of the facts, which is chosen.
  await superuser.query(`update sig.clock set offset_ms = sig.ms('2020-01-01') - sig.ms(clock_timestamp())`);
  return {
    database,
    superuser,
    storing,
    store: (world, at) => storeWorld(superuser, world, at, storing),
    async close() {
      await superuser.end();
      await database.drop();
    },
  };
}

function noPart(holderId: string): never {
  throw new Error(`No agency ${holderId} in the world`);
}
