import type { ClientBase } from 'pg';
import { SEALED_ROWS } from './sealed-row.js';
import type { SealedRow } from './sealed-row.js';
import type { SignedRoot } from './signed-root.js';
import { Verification } from './verify.js';
import type { Finding } from './verify.js';

const FETCHED = 10_000;

export interface Verified {
  readonly findings: readonly Finding[];
  /** Rows with a seal, all of which were read. */
  readonly sealed: number;
  /** Rows that no seal covers yet. */
  readonly unsealed: number;
  readonly newestRoot: SignedRoot | null;
}

export interface VerifyOptions {
  /** Whether the signature of a root holds. */
  readonly isSigned: (root: SignedRoot) => boolean;
  /** Roots from outside the database, such as an exported one. */
  readonly anchors?: readonly SignedRoot[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** Verifies the whole record of one snapshot, in which the client stands. */
export async function verifyRecord(client: ClientBase, options: VerifyOptions): Promise<Verified> {
  const { rows: counts } = await client.query<{ total: number; unsealed: number }>(
    `select count(*) filter (where position is not null)::int as total, count(*) filter (where position is null)::int as unsealed
      from sig.access_record`,
  );
  const { total = 0, unsealed = 0 } = counts[0] ?? {};
  const stored = await client.query<SignedRoot>(
    'select size::float8 as size, root, sig.ms(at)::float8 as at, signature from sig.access_root order by size',
  );
  const roots = [...stored.rows, ...(options.anchors ?? [])];
  const trusted = roots.filter(options.isSigned);
  const refused = roots
    .filter((root) => !trusted.includes(root))
    .map(({ size }): Finding => ({ kind: 'ROOT_REFUSED', where: `the signature over the first ${size} rows` }));

  const verification = new Verification(trusted);
  await client.query(`declare record no scroll cursor for ${SEALED_ROWS}`);
  for (let read = FETCHED; read === FETCHED;) {
    const { rows } = await client.query<SealedRow>(`fetch ${FETCHED} from record`);
    for (const row of rows) verification.read(row);
    read = rows.length;
    options.onProgress?.(verification.rows, total);
  }
  const findings = [...refused, ...verification.finish()];
  return { findings, sealed: verification.rows, unsealed, newestRoot: stored.rows.at(-1) ?? null };
}
