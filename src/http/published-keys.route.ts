import type { PublicTokenKey } from '../crypto/keys.js';
import { json } from './http-reply.js';
import type { Route } from './http-server.js';
import { publishedKey } from '../receipt/sign-receipt.js';

/** The public keys that receipts and the roots of the access record are checked by, as a set (RFC 7517). */
export function publishedKeysRoute(key: PublicTokenKey): Route {
  return {
    path: '/.well-known/jwks.json',
    handle: async () => json(200, { keys: [{ ...(await publishedKey(key)), alg: 'EdDSA', use: 'sig' }] }),
  };
}
