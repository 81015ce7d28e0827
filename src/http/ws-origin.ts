import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of that origin may open a socket: the server's own and those of the configuration. Programs send none
 * and are let in; what they may see is decided by their token alone.
 */
export function isOriginAllowed({ headers: { origin, host } }: IncomingMessage, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
