import type { IncomingMessage } from 'node:http';

/** Of version 4, or of version 6 in brackets: no name in the DNS is written so. */
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

export interface HostRules {
  /** Names, beside addresses and `localhost`, by which the server is asked. */
  readonly allowedHosts?: readonly string[];
  readonly development: boolean;
}

/**
 * Whether a request names this server. A page of another site whose name was made to point here (DNS rebinding) counts as
 * of the same origin for a browser, and names that site; an address cannot be made to, nor a name of one word, which nobody
 * can register. More than one `Host` is none (RFC
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
  const name = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  const isOfThisNetwork = name !== '' && (!name.includes('.') || name.endsWith('.localhost'));
  return isOfThisNetwork || ADDRESS.test(name) || allowedHosts.includes(name);
}
