import type { GraphQLFormattedError } from 'graphql';
import { CURSOR_PLACE } from '../changes/frame.js';

/** An answer as it leaves. */
export interface FormattedResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
}

/** An answer as JSON, cut where the cursor of each subscriber goes: encoded once, however many are told. */
export type FrameText = readonly Buffer[];

const CUT = JSON.stringify(CURSOR_PLACE);

export function textOf(result: FormattedResult): FrameText {
  return JSON.stringify(result)
    .split(CUT)
    .map((part) => Buffer.from(part));
}

/** What a subscriber is sent around a frame: the head and the tail of its message. */
export interface Envelope {
  readonly head: Buffer;
  readonly tail: Buffer;
}

/**
 * A whole message; copying bytes costs a fraction of encoding text again. @param cursor its characters need no escaping
 */
export function messageOf(text: FrameText, cursor: string | null, { head, tail }: Envelope): Buffer {
  const own = Buffer.from(cursor === null ? 'null' : `"${cursor}"`);
  return Buffer.concat([head, ...text.flatMap((part, at) => (at === 0 ? [part] : [own, part])), tail]);
}
