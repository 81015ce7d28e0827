import { hkdfSync } from 'node:crypto';
import { wholeKey } from './encryption.js';
import type { SealedPlace, Sealer } from './encryption.js';

/** Words that belong to no case, and so under no case's key: each row of one column sealed for itself. */
export interface SealedText {
  seal(rowId: string, text: string): Buffer;
  /** @throws Error when the value was tampered with, or moved. */
  open(rowId: string, sealed: Buffer): string;
}

/** @param purpose another one gives another key; it must never change. */
export function sealedText(
  sealer: Sealer,
  masterKey: Buffer,
  { purpose, ...column }: Omit<SealedPlace, 'rowId'> & { readonly purpose: string },
): SealedText {
  const key = wholeKey(Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32)));
  return {
    seal: (rowId, text) => sealer.seal(key, text, { ...column, rowId }),
    open: (rowId, sealed) => sealer.open(key, sealed, { ...column, rowId }),
  };
}

/** What was written down of the steering group's meetings. */
export function steeringMinutes(sealer: Sealer, masterKey: Buffer): SealedText {
  const place = { table: 'steering_meeting', column: 'minutes_sealed' };
  return sealedText(sealer, masterKey, { purpose: 'steering minutes', ...place });
}
