import type { CopyFacts, DisclosureFact, DisclosureGround } from '../../core/disclosure.js';
import type { RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { CaseKey, Sealer } from '../../crypto/encryption.js';

/** A disclosure as it is stored. */
export interface DisclosureRow extends Omit<DisclosureFact, 'period'> {
  readonly ground: DisclosureGround;
  readonly decidedAt: Instant;
  /** When it ends, or ended. */
  readonly until: Instant;
  readonly wrappedKey: Buffer;
  readonly about: Buffer;
}

/** With what the deciding agency alone is given. */
export interface DecidedRow extends DisclosureRow {
  readonly decidedById: RoleTermId;
  readonly endedAt: Instant | null;
  readonly reasons: Buffer | null;
  readonly delayReason: Buffer | null;
}

export interface CopyRow extends CopyFacts {
  readonly id: string;
  readonly disclosureId: string;
  readonly recordedAt: Instant;
  readonly content: Buffer;
}

export function factOf({ decidedAt, until, ...row }: DisclosureRow): DisclosureFact {
  return { ...row, period: { from: decidedAt, until } };
}

/** Opens what a disclosure sealed; its key is unwrapped when the first text is asked for. */
export function opener(
  sealer: Sealer,
  { id, wrappedKey }: DisclosureRow,
): (sealed: Buffer, table: string, column: string, rowId?: string) => string {
  let key: CaseKey | undefined;
  return (sealed, table, column, rowId = id) => {
    key ??= sealer.unwrap(wrappedKey, id);
    return sealer.open(key, sealed, { table, column, rowId });
  };
}
