import { createHash } from 'node:crypto';

/**
 * Where a stream stands: what a cursor says, sealed. The fingerprint is that of what was open to the viewer there, so
 * that who comes back is told first what closed meanwhile.
 */
export interface CursorState {
  readonly generation: string;
  /** Everything at or before this place has been told. */
  readonly from: number;
  /** Of the newest change that the frame tells of: what lies between the two is told together. */
  readonly position: number;
  /** How many frames of these changes had gone out before this one; from {@link ALL_FRAMES_SENT} on, nothing is left. */
  readonly index: number;
  readonly fingerprint: string;
}

/** More than the frames of one batch; what is told beside changes is counted from here. */
export const ALL_FRAMES_SENT = 1_000_000;

/** Of one size, so that a sealed place tells nothing by its length. */
export function writeCursorState({ generation, from, position, index, fingerprint }: CursorState): string {
  return [generation, padded(from, 16), padded(position, 16), padded(index, 9), fingerprint].join(' ');
}

/** `null` for what is no place. */
export function readCursorState(text: string): CursorState | null {
  const [generation, from, position, index, fingerprint] = text.split(' ');
  if (generation === undefined || from === undefined || position === undefined) return null;
  if (index === undefined || fingerprint === undefined) return null;
  return { generation, from: Number(from), position: Number(position), index: Number(index), fingerprint };
}

/** @param parts the cells open in a case, or the fingerprints of all cases */
export function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
