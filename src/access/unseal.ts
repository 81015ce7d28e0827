import type { CaseId } from '../core/ids.js';
import type { CaseKey, Sealer } from '../database/encryption.js';
import type { PieceRow } from './section.js';

/** Opens the sealed fields of rows of one case; its key is unwrapped only when the first open row needs it. */
export function unsealer(
  sealer: Sealer,
  caseId: CaseId,
  wrappedKey: Buffer,
): (row: PieceRow) => Record<string, unknown> {
  let key: CaseKey | undefined;
  return (row) => {
    const plain: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(row)) {
      if (!Buffer.isBuffer(value)) {
        plain[field] = value;
        continue;
      }
      key ??= sealer.unwrap(wrappedKey, caseId);
      const text = sealer.open(key, value, { table: row.table, column: `${snakeCase(field)}_sealed`, rowId: row.id });
      if (field === 'content') Object.assign(plain, JSON.parse(text));
      else plain[field] = text;
    }
    return plain;
  };
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
