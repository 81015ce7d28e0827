import type { GraphQLFormattedError } from 'graphql';
import { CURSOR_PLACE } from '../events/frame.js';

/** An answer as it leaves. */
export interface FormattedResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
}

/** An answer as JSON, cut where the cursor of each subscriber goes: made once, however many are told. */
export type FrameText = readonly string[];

const CUT = JSON.stringify(CURSOR_PLACE);

export function textOf(result: FormattedResult): FrameText {
  return JSON.stringify(result).split(CUT);
}

/** @param cursor its characters need no escaping */
export function withCursor(text: FrameText, cursor: string | null): string {
  return text.length === 1 ? (text[0] ?? '') : text.join(cursor === null ? 'null' : `"${cursor}"`);
}
