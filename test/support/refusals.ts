import type { Answer } from './app.js';

/** Code and reason of the first refusal, in one text; empty where nothing was refused. */
export function refusalOf({ errors }: Answer<unknown>): string {
  const first = errors?.[0];
  return first === undefined ? '' : `${first.extensions.code} ${first.extensions.reason ?? ''}`.trim();
}
