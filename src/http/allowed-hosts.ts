import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

export interface HostRules {
  /** Names, beside addresses and `localhost`, by which the server is asked. */
  readonly allowedHosts?: readonly string[];
  readonly development: boolean;
}

/**
 * Whether a request names this server. A page of another site whose name was made to point here (DNS rebinding) counts as
 * of the same origin for a browser, and names that site; an address cannot be made to. More than one `Host` is none (RFC
 * 9112, 3.2). In production, behind a proxy, any name will do as long as none are configured: without a token there is
 * nothing to be had.
 */
export function isHostAllowed(
  { headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>,
  { allowedHosts = [], development }: HostRules,
): boolean {
  const named = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (named > 1) return false;
  if (!development && allowedHosts.length === 0) return true;
  const host = /^(\[[\da-f:.]+\]|[^:]*)(:\d+)?$/i.exec(headers.host ?? '')?.[1]?.toLowerCase() ?? '';
  const name = host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(name) > 0 || name === 'localhost' || name.endsWith('.localhost') || allowedHosts.includes(name);
}
