import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import type { SigningKeys } from '../../src/crypto/keys.js';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { verifyRecord } from '../../src/record/read-record.js';
import type { Verified, VerifyOptions } from '../../src/record/read-record.js';
import { sealRecords, signNewRoot } from '../../src/record/sealer.js';
import { isSignedBy } from '../../src/record/signed-root.js';
import { createTestDatabase } from '../support/database.js';

/** A database with nothing but an access record, of as many cases and rows as wanted; who did what is invented. */
export class SealedWorld {
  readonly keys = newKeys();

  private constructor(
    readonly superuser: pg.Client,
    readonly pools: Pools,
    readonly close: () => Promise<void>,
  ) {}

  static async create(): Promise<SealedWorld> {
    const { login, drop } = await createTestDatabase();
    const superuser = new pg.Client({ ...login, options: '-c timezone=UTC' });
    await superuser.connect();
    // There are no cases behind these rows.
    await superuser.query(`set session_replication_role = replica`);
    const pools = openPools(login, { max: 4 });
    return new SealedWorld(superuser, pools, async () => {
      await superuser.end();
      await pools.end();
      await drop();
    });
  }

  /** Rows as reads would leave them, spread over so many cases. */
  async addRows(count: number, cases: number): Promise<void> {
    await this.superuser.query(
      `insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries)
        select gen_random_uuid(), gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad((n % $2)::text, 12, '0'))::uuid, gen_random_uuid(),
          'PROFESSIONAL', gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second',
          jsonb_build_array(jsonb_build_object('holderId', gen_random_uuid(), 'category', 'PLAN', 'basis',
            jsonb_build_object('kind', 'CONSENT', 'statements', jsonb_build_array(n % 7, 12))))
        from generate_series(1, $1::int) n`,
      [count, cases],
    );
  }

  async seal(): Promise<number> {
    const sealed = await sealRecords(this.pools.jobs);
    await signNewRoot(this.pools.jobs, this.keys);
    return sealed;
  }

  verify(options: Partial<VerifyOptions> = {}): Promise<Verified> {
    return this.rolledBack(() => this.verifyHere(options));
  }

  /** Inside the transaction of {@link rolledBack}, where something may have been done to the record. */
  verifyHere(options: Partial<VerifyOptions> = {}): Promise<Verified> {
    return verifyRecord(this.superuser, { isSigned: (root) => isSignedBy(root, this.keys), ...options });
  }

  async rolledBack<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.superuser.query('begin');
    try {
      return await work();
    } finally {
      await this.superuser.query('rollback');
    }
  }
}

export function newKeys(): SigningKeys {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  return { publicKey: { kty: 'OKP', crv: 'Ed25519', x }, privateKey: { kty: 'OKP', crv: 'Ed25519', x, d } };
}
