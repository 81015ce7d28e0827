import type { CaseKey, Sealer } from '../crypto/encryption.js';
import type { AnyKind } from './piece-kind.js';
import type { PieceRow } from './piece-row.js';

/** A row of the table `piece` as the database gives it. */
export interface StoredRow extends Omit<PieceRow, 'kind'> {
  readonly kind: number;
  readonly plain: Readonly<Record<string, unknown>>;
  readonly sealed: Buffer | null;
}

type Values = Readonly<Record<string, unknown>>;

/** Where the one ciphertext of a piece belongs; it opens nowhere else. */
const placeOf = (rowId: string) => ({ table: 'piece', column: 'sealed', rowId });

/**
 * Some fields of a kind as they are stored.
 *
 * @throws Error for a value that is none of its field, and for a field that is missing and cannot be null: what was
 * stored was
 * written past the declaration.
 */
export function checked(kind: AnyKind, names: readonly string[], values: Values): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of names) {
    const field = kind.fields[name];
    const value = values[name] ?? null;
    if (field === undefined || (value === null ? !field.isNullable : !field.type.accepts(value))) {
      throw new Error(`The field ${name} of a ${kind.name} holds no ${field?.type.name ?? 'field'}`);
    }
    result[name] = value;
  }
  return result;
}

export function openSealed(
  sealer: Sealer,
  key: CaseKey,
  kind: AnyKind,
  { id, sealed }: Pick<StoredRow, 'id' | 'sealed'>,
): Record<string, unknown> {
  if (kind.sealedFields.length === 0) return {};
  if (sealed === null) throw new Error(`A ${kind.name} has nothing sealed`);
  return checked(kind, kind.sealedFields, JSON.parse(sealer.open(key, sealed, placeOf(id))) as Values);
}

/**
 * Values that are null are left out, so that nothing tells which fields there are; of a version, they are what was
 * given.
 */
export function sealValues(
  sealer: Sealer,
  key: CaseKey,
  rowId: string,
  values: Values,
  { withNulls = false } = {},
): Buffer {
  const present = Object.entries(values).filter(([, value]) => withNulls || (value !== null && value !== undefined));
  return sealer.seal(key, JSON.stringify(Object.fromEntries(present)), placeOf(rowId));
}

/** The sealed fields that a version of a piece gave; others are left out. */
export function openVersion(
  sealer: Sealer,
  key: CaseKey,
  kind: AnyKind,
  { id, sealed }: Pick<StoredRow, 'id' | 'sealed'>,
): Record<string, unknown> {
  if (sealed === null) return {};
  const given = JSON.parse(sealer.open(key, sealed, placeOf(id))) as Values;
  return checked(kind, Object.keys(given), given);
}
