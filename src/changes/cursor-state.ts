import { createHash } from 'node:crypto';

/**
 * Where a stream stands: what a cursor says, sealed. The fingerprint is that of what was open to the viewer there, so
 * that who comes back is told first what closed meanwhile.
 */
export interface CursorState {
  readonly generation: string;
  /** Of the change that the frame tells of. */
  readonly position: number;
  /** How many frames of that change had gone out before this one; from {@link ALL_FRAMES_SENT} on, nothing of it is left. */
  readonly index: number;
  readonly fingerprint: string;
}

/** More than the frames of one change; what is told beside changes is counted from here. */
export const ALL_FRAMES_SENT = 1_000;

/** Of one size, so that a sealed place tells nothing by its length. */
export function writeCursorState({ generation, position, index, fingerprint }: CursorState): string {
  return [generation, padded(position, 16), padded(index, 9), fingerprint].join(' ');
}

/** `null` for what is no place. */
export function readCursorState(text: string): CursorState | null {
  const [generation, position, index, fingerprint] = text.split(' ');
  if (generation === undefined || position === undefined || index === undefined || fingerprint === undefined)
    return null;
  return { generation, position: Number(position), index: Number(index), fingerprint };
}

/** @param parts the cells open in a case, or the fingerprints of all cases */
export function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
