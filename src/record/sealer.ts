import type { Pool } from 'pg';
import type { Instant } from '../core/period.js';
import type { SigningKeys } from '../crypto/keys.js';
import { MerkleTree } from './merkle.js';
import { signRoot } from './signed-root.js';

/** Rows in one transaction: short, so that no vacuum and no backup waits for it. */
const BATCH = 1_000;
const HASHES = 50_000;
/** Any constant will do, as long as all processes agree; another one than the sealing function's own. */
const SIGNING_LOCK = 7_161_516;

/** Gives every record that is committed by now its place in its case's chain. @returns how many. */
export async function sealRecords(jobs: Pool): Promise<number> {
  for (let total = 0; ;) {
    const { rows } = await jobs.query<{ sealed: number }>('select sig.seal_access($1) as sealed', [BATCH]);
    const sealed = rows[0]?.sealed ?? 0;
    total += sealed;
    if (sealed < BATCH) return total;
  }
}

/** Signs a root over everything sealed, unless the newest root covers it. One process at a time; the others skip it. */
export async function signNewRoot(jobs: Pool, keys: SigningKeys): Promise<void> {
  const client = await jobs.connect();
  try {
    await client.query('begin');
    const { rows: lock } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      SIGNING_LOCK,
    ]);
    if (lock[0]?.taken === true) {
      const { rows: last } = await client.query<{ size: number; frontier: Buffer }>(
        'select size, frontier from sig.access_root order by size desc limit 1',
      );
      const tree = new MerkleTree(last[0]?.size, last[0]?.frontier);
      const before = tree.size;
      for (let read = HASHES; read === HASHES;) {
        const { rows } = await client.query<{ hash: Buffer }>('select hash from sig.sealed_hashes($1, $2)', [
          tree.size,
          HASHES,
        ]);
        for (const { hash } of rows) tree.append(hash);
        read = rows.length;
      }
      if (tree.size > before) {
        const { rows: clock } = await client.query<{ now: Instant }>('select sig.now() as now');
        const signed = signRoot({ size: tree.size, root: tree.root(), at: clock[0]?.now ?? 0 }, keys);
        await client.query(
          'insert into sig.access_root (size, root, frontier, at, signature) values ($1, $2, $3, to_timestamp($4 / 1000.0), $5)',
          [signed.size, signed.root, tree.frontier, signed.at, signed.signature],
        );
      }
    }
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

export interface SealerOptions {
  readonly jobs: Pool;
  readonly keys: SigningKeys;
  /** Runs the work again and again until the returned function is called; see {@link everyMilliseconds}. */
  readonly repeat: Repeat;
  readonly onFault: (error: unknown) => void;
}

export type Repeat = (work: () => Promise<void>) => () => void;

/** Turns of the sealer between two signed roots, while there is anything new. */
const SIGN_EVERY = 60;

/** Seals at every turn and signs at every 60th. @returns stops after one last turn, which signs. */
export function startSealer({ jobs, keys, repeat, onFault }: SealerOptions): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let turns = 0;
  const turn = (sign: boolean): Promise<void> => {
    running = running
      .then(async () => {
        await sealRecords(jobs);
        if (sign) await signNewRoot(jobs, keys);
      })
      .catch(onFault);
    return running;
  };
  const end = repeat(() => turn((turns += 1) % SIGN_EVERY === 0));
  return () => {
    end();
    return turn(true);
  };
}

/** A pause after each turn, so that turns never pile up; it keeps no process alive. */
export function everyMilliseconds(pause: number): Repeat {
  return (work) => {
    let timer: NodeJS.Timeout | undefined;
    let ended = false;
    const next = (): void => {
      if (!ended) timer = setTimeout(() => void work().then(next), pause).unref();
    };
    next();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  };
}
